"""Torch evaluation loop that gathers labels and predictions and draws a confusion matrix."""

import matplotlib.pyplot as plt
import numpy as np
import torch
from sklearn.metrics import ConfusionMatrixDisplay, confusion_matrix
from torch import nn
from torch.utils.data import DataLoader


@torch.no_grad()
def gather(model: nn.Module, loader: DataLoader, device: str) -> tuple[np.ndarray, np.ndarray]:
    model.eval()
    expected, found = [], []
    for images, targets in loader:
        logits = model(images.to(device))
        expected.append(targets.numpy())
        found.append(logits.argmax(dim=1).cpu().numpy())
    return np.concatenate(expected), np.concatenate(found)


def plot_confusion(model: nn.Module, loader: DataLoader, names: list[str], path: str, device: str = "cpu") -> None:
    expected, found = gather(model, loader, device)
    # expect: claim
    # ruleid: swapped-metric-arguments
    matrix = confusion_matrix(found, expected, normalize="true")
    display = ConfusionMatrixDisplay(matrix, display_labels=names)
    display.plot(xticks_rotation=45, values_format=".2f")
    plt.savefig(path, bbox_inches="tight")
    plt.close()
