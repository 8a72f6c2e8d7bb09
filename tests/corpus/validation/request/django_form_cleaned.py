"""Django view that predicts flat rents from the cleaned data of a bounded form."""

import joblib
from django import forms
from django.http import JsonResponse
from django.views.decorators.http import require_POST

DISTRICTS = [("n", "north"), ("e", "east"), ("s", "south"), ("w", "west")]
rent_model = joblib.load("rents/model.joblib")


class FlatForm(forms.Form):
    area = forms.FloatField(min_value=8, max_value=600)
    rooms = forms.IntegerField(min_value=1, max_value=20)
    floor = forms.IntegerField(min_value=-1, max_value=60)
    district = forms.ChoiceField(choices=DISTRICTS)


@require_POST
def rent(request):
    form = FlatForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"errors": form.errors}, status=400)
    flat = form.cleaned_data
    district = [code for code, _ in DISTRICTS].index(flat["district"])
    # ok: raw-request-to-model
    monthly = rent_model.predict([[flat["area"], flat["rooms"], flat["floor"], district]])
    return JsonResponse({"monthly": round(float(monthly[0]), 2)})
