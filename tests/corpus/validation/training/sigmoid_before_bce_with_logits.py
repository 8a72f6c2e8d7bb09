"""Multi-label training loop for chest radiographs with a weighted binary loss."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.utils.data import DataLoader
from torchvision import models


def radiograph_model(n_findings: int) -> nn.Module:
    network = models.densenet121(weights=None)
    network.classifier = nn.Linear(network.classifier.in_features, n_findings)
    return network


def run_epoch(network: nn.Module, loader: DataLoader, optimizer: torch.optim.Optimizer, weight: torch.Tensor) -> float:
    network.train()
    losses = []
    for images, findings in loader:
        optimizer.zero_grad(set_to_none=True)
        probabilities = torch.sigmoid(network(images))
        # expect: claim
        # ruleid: loss-activation-mismatch
        loss = F.binary_cross_entropy_with_logits(probabilities, findings.float(), pos_weight=weight)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return sum(losses) / len(losses)


def train(loader: DataLoader, frequency: torch.Tensor, epochs: int = 10) -> nn.Module:
    torch.manual_seed(5)
    network = radiograph_model(len(frequency))
    optimizer = torch.optim.Adam(network.parameters(), lr=1e-4)
    weight = (1 - frequency) / frequency.clamp(min=1e-3)
    for epoch in range(epochs):
        print(epoch, run_epoch(network, loader, optimizer, weight))
    return network
