"""Training loop that accumulates gradients over several small batches and scales the loss accordingly."""

import torch
from torch import nn
from torch.utils.data import DataLoader

ACCUMULATE = 8


def train_epoch(
    model: nn.Module,
    loader: DataLoader,
    optimizer: torch.optim.Optimizer,
    device: torch.device,
) -> float:
    scaler = torch.amp.GradScaler(device.type)
    criterion = nn.CrossEntropyLoss()
    model.train()
    optimizer.zero_grad(set_to_none=True)
    running = 0.0
    for index, (volumes, organs) in enumerate(loader, start=1):
        with torch.autocast(device.type):
            loss = criterion(model(volumes.to(device)), organs.to(device)) / ACCUMULATE
        # ok: missing-zero-grad
        scaler.scale(loss).backward()
        running += loss.item() * ACCUMULATE
        if index % ACCUMULATE == 0 or index == len(loader):
            scaler.unscale_(optimizer)
            nn.utils.clip_grad_norm_(model.parameters(), max_norm=1.0)
            scaler.step(optimizer)
            scaler.update()
            optimizer.zero_grad(set_to_none=True)
    return running / len(loader)
