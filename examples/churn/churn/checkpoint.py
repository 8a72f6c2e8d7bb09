"""Saving models and getting them back."""

import io
import pickle
from pathlib import Path
from typing import Any

import torch

from churn.model import ChurnNet


def save_weights(model: ChurnNet, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    torch.save({"state": model.state_dict(), "n_features": model.layers[0].in_features}, path)


def load_weights(path: Path) -> ChurnNet:
    saved = torch.load(path, map_location="cpu", weights_only=True)
    model = ChurnNet(saved["n_features"])
    model.load_state_dict(saved["state"])
    return model.eval()


def restore(blob: bytes) -> Any:
    """Turn an exported model back into an object.

    Exports written before 0.3 are plain pickles, newer ones come from `torch.save`.
    """
    if blob[:2] == b"PK":
        return torch.load(io.BytesIO(blob), map_location="cpu", weights_only=False)
    return pickle.loads(blob)
