"""DRF endpoint that runs its serializer and classifies an embedding with a torch network."""

import torch
from rest_framework import serializers, status
from rest_framework.response import Response
from rest_framework.views import APIView


class EmbeddingSerializer(serializers.Serializer):
    item_id = serializers.IntegerField(min_value=1)
    embedding = serializers.ListField(child=serializers.FloatField(), min_length=64, max_length=64)


network = torch.jit.load("weights/category_head.ts", map_location="cpu")
network.eval()


class CategoryView(APIView):
    def post(self, request):
        serializer = EmbeddingSerializer(data=request.data)
        if not serializer.is_valid():
            self.report(serializer.errors)
        vector = torch.tensor(request.data["embedding"], dtype=torch.float32).unsqueeze(0)
        with torch.inference_mode():
            # expect: claim
            # ruleid: raw-request-to-model
            logits = network(vector)
        return Response({"category": int(logits.argmax(dim=1))}, status=status.HTTP_200_OK)

    def report(self, errors) -> None:
        print("invalid embedding request", errors)
