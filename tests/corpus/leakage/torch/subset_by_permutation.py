"""A letters network with Subsets from one permutation that reports the train score beside the test score."""

import torch
from torch import nn
from torch.utils.data import DataLoader, Subset
from torchvision import transforms
from torchvision.datasets import EMNIST


def train_one_epoch(model, loader, optimizer, device):
    model.train()
    for images, labels in loader:
        images, labels = images.to(device), labels.to(device)
        optimizer.zero_grad()
        loss = nn.functional.cross_entropy(model(images), labels)
        # ok: evaluation-on-training-rows
        loss.backward()
        # ok: evaluation-on-training-rows
        optimizer.step()


def score(model, loader, device):
    model.eval()
    right = 0
    with torch.no_grad():
        for images, labels in loader:
            right += (model(images.to(device)).argmax(dim=1).cpu() == labels).sum().item()
    return right / len(loader.dataset)


def main():
    device = "cuda" if torch.cuda.is_available() else "cpu"
    letters = EMNIST("data", split="letters", train=True, download=True, transform=transforms.ToTensor())
    permutation = torch.randperm(len(letters), generator=torch.Generator().manual_seed(99))
    boundary = int(0.9 * len(letters))
    train = Subset(letters, permutation[:boundary])
    # ok: overlapping-split-slices
    test = Subset(letters, permutation[boundary:])

    model = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Linear(256, 27)).to(device)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for _ in range(10):
        # ok: evaluation-on-training-rows
        train_one_epoch(model, DataLoader(train, batch_size=128, shuffle=True), optimizer, device)

    print("train accuracy", score(model, DataLoader(train, batch_size=512), device))
    print("test accuracy", score(model, DataLoader(test, batch_size=512), device))


if __name__ == "__main__":
    main()
