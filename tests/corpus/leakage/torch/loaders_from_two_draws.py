"""An image classifier whose training and evaluation loaders come from helper functions that call random_split."""

import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, models, transforms

ROOT = "leaf_images"
PREPROCESS = transforms.Compose([transforms.Resize((224, 224)), transforms.ToTensor()])


def training_loader(dataset):
    n = int(0.85 * len(dataset))
    part, _ = random_split(dataset, [n, len(dataset) - n])
    return DataLoader(part, batch_size=32, shuffle=True)


def evaluation_loader(dataset):
    n = int(0.85 * len(dataset))
    # expect: claim
    # ruleid: recomputed-random-split
    _, part = random_split(dataset, [n, len(dataset) - n])
    return DataLoader(part, batch_size=64)


def fit(model, loader, epochs=5):
    optimizer = torch.optim.SGD(model.parameters(), lr=0.01, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    model.train()
    for _ in range(epochs):
        for images, labels in loader:
            optimizer.zero_grad()
            criterion(model(images), labels).backward()
            optimizer.step()


@torch.no_grad()
def accuracy(model, loader):
    model.eval()
    right = seen = 0
    for images, labels in loader:
        right += (model(images).argmax(1) == labels).sum().item()
        seen += len(labels)
    return right / seen


if __name__ == "__main__":
    leaves = datasets.ImageFolder(ROOT, transform=PREPROCESS)
    resnet = models.resnet18(num_classes=len(leaves.classes))
    fit(resnet, training_loader(leaves))
    print("held-out accuracy", accuracy(resnet, evaluation_loader(leaves)))
