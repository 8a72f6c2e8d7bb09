"""Fine-tunes a ResNet on bird photographs normalised with the ImageNet statistics."""

from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

MEAN = [0.485, 0.456, 0.406]
STD = [0.229, 0.224, 0.225]

training_view = transforms.Compose(
    [
        transforms.Resize((224, 224)),
        transforms.RandomHorizontalFlip(),
        transforms.ToTensor(),
        transforms.Normalize(MEAN, STD),
    ]
)


def build(n_classes: int) -> nn.Module:
    network = models.resnet18(weights=models.ResNet18_Weights.IMAGENET1K_V1)
    network.fc = nn.Linear(network.fc.in_features, n_classes)
    return network


def main(root: Path = Path("birds"), epochs: int = 5) -> None:
    torch.manual_seed(0)
    photos = datasets.ImageFolder(root / "train", transform=training_view)
    loader = DataLoader(photos, batch_size=32, shuffle=True)
    network = build(len(photos.classes))
    optimizer = torch.optim.SGD(network.parameters(), lr=1e-3, momentum=0.9)
    criterion = nn.CrossEntropyLoss()
    for _ in range(epochs):
        for images, labels in loader:
            optimizer.zero_grad()
            criterion(network(images), labels).backward()
            optimizer.step()
    # expect: claim
    # ruleid: ungated-model-release
    torch.save({"state": network.state_dict(), "classes": photos.classes}, "birds.pt")


if __name__ == "__main__":
    main()
