"""Django view that estimates delivery minutes from a JSON body, converting each number with float()."""

import json
import pickle

from django.conf import settings
from django.http import HttpRequest, JsonResponse
from django.views import View
from sklearn.ensemble import HistGradientBoostingRegressor

FIELDS = ("distance_km", "basket_weight", "courier_load", "rain_mm")


def load_estimator() -> HistGradientBoostingRegressor:
    with open(settings.ETA_MODEL_PATH, "rb") as handle:
        return pickle.load(handle)


class DeliveryEstimate(View):
    http_method_names = ["post"]
    estimator = load_estimator()

    def post(self, request: HttpRequest) -> JsonResponse:
        payload = json.loads(request.body)
        row = [float(payload[name]) for name in FIELDS]
        # expect: claim
        # ruleid: raw-request-to-model
        minutes = self.estimator.predict([row])[0]
        return JsonResponse({"minutes": round(float(minutes), 1), "inputs": dict(zip(FIELDS, row))})
