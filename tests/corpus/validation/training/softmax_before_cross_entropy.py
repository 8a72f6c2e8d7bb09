"""Convolutional classifier for satellite tiles whose forward ends in a softmax layer, with its training step."""

import torch
from torch import nn


class TileNet(nn.Module):
    def __init__(self, bands: int, n_classes: int) -> None:
        super().__init__()
        self.features = nn.Sequential(
            nn.Conv2d(bands, 32, 3, padding=1),
            nn.ReLU(),
            nn.MaxPool2d(2),
            nn.Conv2d(32, 64, 3, padding=1),
            nn.ReLU(),
            nn.AdaptiveAvgPool2d(1),
        )
        self.classifier = nn.Sequential(nn.Flatten(), nn.Linear(64, n_classes), nn.Softmax(dim=1))

    def forward(self, tiles: torch.Tensor) -> torch.Tensor:
        return self.classifier(self.features(tiles))


class TileTrainer:
    def __init__(self, bands: int, n_classes: int, lr: float = 3e-4) -> None:
        self.net = TileNet(bands, n_classes)
        self.criterion = nn.CrossEntropyLoss(label_smoothing=0.05)
        self.optimizer = torch.optim.AdamW(self.net.parameters(), lr=lr)

    def step(self, tiles: torch.Tensor, classes: torch.Tensor) -> float:
        self.net.train()
        self.optimizer.zero_grad()
        scores = self.net(tiles)
        # expect: claim
        # ruleid: loss-activation-mismatch
        loss = self.criterion(scores, classes)
        loss.backward()
        self.optimizer.step()
        return loss.item()
