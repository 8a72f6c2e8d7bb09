"""Flask service of the bird classifier."""

import torch
from flask import Flask, jsonify, request
from PIL import Image
from torchvision import transforms

from .train import build

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 6 * 1024 * 1024

checkpoint = torch.load("birds.pt", map_location="cpu", weights_only=True)
network = build(len(checkpoint["classes"]))
network.load_state_dict(checkpoint["state"])
network.eval()

request_view = transforms.Compose(
    [
        # ok: preprocessing-skew
        transforms.Resize((224, 224)),
        transforms.ToTensor(),
        # expect: claim
        # ruleid: preprocessing-skew
        transforms.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
    ]
)


@app.post("/bird")
def bird():
    photo = Image.open(request.files["photo"].stream).convert("RGB")
    with torch.inference_mode():
        scores = network(request_view(photo)[None]).softmax(dim=1)[0]
    best = int(scores.argmax())
    return jsonify(bird=checkpoint["classes"][best], confidence=float(scores[best]))
