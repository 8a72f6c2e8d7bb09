"""Django view that predicts the delay of one flight."""

import joblib
import pandas as pd
from django import forms
from django.http import JsonResponse

# ok: diverging-constant
MAX_DELAY_S = 21_600
# ok: diverging-constant
MIN_DISTANCE = 100
# ok: diverging-constant
CARRIERS = ("aa", "bb", "cc")

model = joblib.load("delay.joblib")


class FlightForm(forms.Form):
    distance = forms.FloatField(min_value=MIN_DISTANCE, max_value=20_000)
    previous_delay = forms.FloatField(min_value=0, max_value=MAX_DELAY_S)
    carrier = forms.ChoiceField(choices=[(c, c.upper()) for c in CARRIERS])


def delay(request):
    form = FlightForm(request.GET)
    if not form.is_valid():
        return JsonResponse(form.errors, status=400)
    frame = pd.DataFrame([form.cleaned_data], columns=["distance", "previous_delay", "carrier"])
    frame["carrier"] = pd.Categorical(frame["carrier"], categories=list(CARRIERS))
    return JsonResponse({"seconds": float(model.predict(frame)[0])})
