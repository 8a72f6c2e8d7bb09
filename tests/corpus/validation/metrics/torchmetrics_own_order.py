"""Torch evaluation with torchmetrics objects, which take the predictions first."""

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchmetrics.classification import BinaryAUROC, BinaryPrecision, BinaryRecall
from torchmetrics.functional.classification import binary_specificity


@torch.inference_mode()
def evaluate(network: nn.Module, loader: DataLoader, device: torch.device) -> dict[str, float]:
    network.eval()
    precision, recall, auroc = (m().to(device) for m in (BinaryPrecision, BinaryRecall, BinaryAUROC))
    specificity = []
    for inputs, target in loader:
        target = target.to(device).int()
        probability = network(inputs.to(device)).sigmoid().squeeze(1)
        # ok: swapped-metric-arguments
        precision.update(probability, target)
        # ok: swapped-metric-arguments
        recall(probability, target)
        # ok: swapped-metric-arguments, hard-labels-to-ranking-metric
        auroc.update(probability, target)
        # ok: swapped-metric-arguments
        specificity.append(binary_specificity(probability, target))
    return {
        "precision": precision.compute().item(),
        "recall": recall.compute().item(),
        "auroc": auroc.compute().item(),
        "specificity": torch.stack(specificity).mean().item(),
    }
