"""TorchServe handler that turns JSON sensor windows into a tensor and classifies the machine state."""

import json
import os

import torch
from ts.torch_handler.base_handler import BaseHandler

STATES = ["idle", "running", "worn", "failing"]


class MachineStateHandler(BaseHandler):
    def initialize(self, context):
        directory = context.system_properties.get("model_dir")
        self.device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self.model = torch.jit.load(os.path.join(directory, "state.pt"), map_location=self.device)
        self.model.eval()
        self.initialized = True

    def preprocess(self, data):
        windows = []
        for entry in data:
            body = entry.get("body") or entry.get("data")
            if isinstance(body, (bytes, bytearray)):
                body = json.loads(body)
            windows.append(body["window"])
        return torch.tensor(windows, dtype=torch.float32, device=self.device)

    def inference(self, inputs):
        with torch.no_grad():
            # expect: claim
            # ruleid: raw-request-to-model
            return self.model(inputs)

    def postprocess(self, outputs):
        return [STATES[int(i)] for i in outputs.argmax(dim=-1)]
