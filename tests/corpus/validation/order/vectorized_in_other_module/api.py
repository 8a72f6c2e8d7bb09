"""Django view that classifies a seedling from the posted JSON object."""

import json

from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .inference import species_of


@csrf_exempt
@require_POST
def classify(request: HttpRequest) -> JsonResponse:
    plant = json.loads(request.body)
    return JsonResponse({"species": species_of(plant)})
