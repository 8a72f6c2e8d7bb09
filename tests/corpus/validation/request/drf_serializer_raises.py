"""DRF endpoint that classifies beats from validated data, the serializer answering 400 by itself."""

import math

import numpy as np
import torch
from rest_framework import serializers
from rest_framework.response import Response
from rest_framework.views import APIView

SAMPLES = 187


class BeatSerializer(serializers.Serializer):
    lead = serializers.ChoiceField(choices=["I", "II", "V1"])
    samples = serializers.ListField(child=serializers.FloatField(), min_length=SAMPLES, max_length=SAMPLES)

    def validate_samples(self, value):
        if not all(math.isfinite(v) and abs(v) < 20 for v in value):
            raise serializers.ValidationError("samples must be finite millivolts")
        return value


beat_net = torch.jit.load("beat.ts").eval()


class BeatView(APIView):
    def post(self, request):
        serializer = BeatSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        samples = np.array(serializer.validated_data["samples"], dtype=np.float32)
        with torch.no_grad():
            # ok: raw-request-to-model
            scores = beat_net(torch.from_numpy(samples)[None, None, :])
        return Response({"class": int(scores.argmax()), "lead": serializer.validated_data["lead"]})
