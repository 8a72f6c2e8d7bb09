"""TorchServe handler that rejects windows of another shape or with values that are not finite."""

import json

import torch
from ts.torch_handler.base_handler import BaseHandler
from ts.utils.util import PredictionException

CHANNELS, STEPS = 6, 128


class GaitHandler(BaseHandler):
    def preprocess(self, data):
        batch = []
        for entry in data:
            body = entry.get("body")
            if isinstance(body, (bytes, bytearray)):
                body = json.loads(body)
            window = torch.as_tensor(body["window"], dtype=torch.float32)
            if window.shape != (CHANNELS, STEPS):
                raise PredictionException(f"window must be {CHANNELS}x{STEPS}", 400)
            if not torch.isfinite(window).all():
                raise PredictionException("window must be finite", 400)
            batch.append(window)
        return torch.stack(batch).to(self.device)

    def inference(self, data, *args, **kwargs):
        self.model.eval()
        with torch.inference_mode():
            # ok: raw-request-to-model
            return self.model(data)

    def postprocess(self, data):
        return data.softmax(dim=-1).tolist()
