"""Trains a plant disease network with random crops and validates it on centre crops."""

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import models
from torchvision.datasets import ImageFolder
from torchvision.transforms import v2

MEAN, STD = (0.47, 0.51, 0.38), (0.21, 0.2, 0.22)

augmented = v2.Compose(
    [
        v2.ToImage(),
        v2.RandomResizedCrop(224, scale=(0.6, 1.0)),
        v2.RandomHorizontalFlip(),
        v2.ColorJitter(brightness=0.2),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(MEAN, STD),
    ]
)
plain = v2.Compose(
    [
        v2.ToImage(),
        v2.Resize(256),
        v2.CenterCrop(224),
        v2.ToDtype(torch.float32, scale=True),
        v2.Normalize(MEAN, STD),
    ]
)


@torch.inference_mode()
def accuracy(network: nn.Module, loader: DataLoader) -> float:
    network.eval()
    hits = sum(int((network(x).argmax(1) == y).sum()) for x, y in loader)
    return hits / len(loader.dataset)


def main() -> None:
    torch.manual_seed(2)
    fit_set = DataLoader(ImageFolder("plants/train", augmented), batch_size=64, shuffle=True)
    check_set = DataLoader(ImageFolder("plants/val", plain), batch_size=64)
    network = models.mobilenet_v3_small(num_classes=len(fit_set.dataset.classes))
    optimizer, best = torch.optim.Adam(network.parameters()), 0.0
    for _ in range(20):
        network.train()
        for x, y in fit_set:
            optimizer.zero_grad()
            nn.functional.cross_entropy(network(x), y).backward()
            optimizer.step()
        if (score := accuracy(network, check_set)) > best:
            best = score
            torch.save(network.state_dict(), "plants.pt")


if __name__ == "__main__":
    main()
