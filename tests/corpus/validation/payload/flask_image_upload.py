"""Flask endpoint that opens an uploaded picture and classifies it with a scripted torch network."""

import torch
from flask import Flask, abort, jsonify, request
from PIL import Image
from torchvision.transforms import v2

app = Flask(__name__)
LABELS = ["healthy", "rust", "scab"]
to_input = v2.Compose(
    [
        v2.Resize((224, 224)),
        v2.ToImage(),
        v2.ToDtype(torch.float32, scale=True),
    ]
)
leaf_net = torch.jit.load("leaf.ts", map_location="cpu").eval()


@app.post("/leaf")
def diagnose():
    upload = request.files.get("picture")
    if upload is None:
        abort(400, description="`picture` is missing")
    # expect: claim
    # ruleid: unbounded-payload
    picture = Image.open(upload.stream).convert("RGB")
    with torch.inference_mode():
        scores = leaf_net(to_input(picture).unsqueeze(0)).softmax(dim=1)[0]
    return jsonify({label: float(score) for label, score in zip(LABELS, scores)})
