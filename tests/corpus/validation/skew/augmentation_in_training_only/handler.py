"""Ray Serve deployment of the plant disease network."""

import io

import torch
from PIL import Image
from ray import serve
from torchvision import models
from torchvision.transforms import v2

view = v2.Compose(
    [
        v2.ToImage(),
        # ok: preprocessing-skew
        v2.Resize(256),
        # ok: preprocessing-skew
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        # ok: preprocessing-skew
        v2.Normalize((0.47, 0.51, 0.38), (0.21, 0.2, 0.22)),
    ]
)


@serve.deployment
class PlantDoctor:
    def __init__(self, n_classes: int, limit: int = 3_000_000) -> None:
        self.limit = limit
        self.network = models.mobilenet_v3_small(num_classes=n_classes)
        self.network.load_state_dict(torch.load("plants.pt", weights_only=True))
        self.network.eval()

    def diagnose(self, data: bytes) -> int:
        if len(data) > self.limit:
            raise ValueError("picture is too large")
        picture = Image.open(io.BytesIO(data)).convert("RGB")
        with torch.inference_mode():
            return int(self.network(view(picture)[None]).argmax())


plant_doctor = PlantDoctor.bind(n_classes=38)
