"""Estimates the uncertainty of a dose model by repeated passes with its dropout layers kept active."""

from dataclasses import dataclass

import torch
from torch import nn


@dataclass(frozen=True)
class Dose:
    mean: torch.Tensor
    deviation: torch.Tensor


def dose_network(width: int) -> nn.Sequential:
    return nn.Sequential(
        nn.Linear(width, 64),
        nn.ReLU(),
        nn.Dropout(0.1),
        nn.Linear(64, 64),
        nn.ReLU(),
        nn.Dropout(0.1),
        nn.Linear(64, 1),
    )


def activate_dropout(network: nn.Module) -> None:
    for module in network.modules():
        if isinstance(module, nn.Dropout):
            module.train()


@torch.no_grad()
def mc_dropout_dose(network: nn.Sequential, patients: torch.Tensor, passes: int = 50) -> Dose:
    network.eval()
    activate_dropout(network)
    # ok: missing-eval-mode
    draws = torch.stack([network(patients) for _ in range(passes)])
    return Dose(draws.mean(0).squeeze(-1), draws.std(0).squeeze(-1))


def load(path: str, width: int) -> nn.Sequential:
    network = dose_network(width)
    network.load_state_dict(torch.load(path, weights_only=True))
    return network
