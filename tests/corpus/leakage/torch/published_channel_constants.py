"""A fine-tuning script that normalises with published ImageNet channel constants before the folder is divided."""

import argparse

import torch
from torch.utils.data import DataLoader, random_split
from torchvision import models, transforms
from torchvision.datasets import ImageFolder

IMAGENET_MEAN = (0.485, 0.456, 0.406)
IMAGENET_STD = (0.229, 0.224, 0.225)


def build_datasets(folder, test_share):
    preprocess = transforms.Compose(
        [
            transforms.Resize((224, 224)),
            transforms.ToTensor(),
            # ok: fit-before-split
            transforms.Normalize(mean=IMAGENET_MEAN, std=IMAGENET_STD),
        ]
    )
    # ok: fit-before-split, augmentation-before-split
    photos = ImageFolder(folder, transform=preprocess)
    n_test = int(len(photos) * test_share)
    return random_split(photos, [len(photos) - n_test, n_test], generator=torch.Generator().manual_seed(17))


def main():
    cli = argparse.ArgumentParser()
    cli.add_argument("--folder", default="bridges/photos")
    cli.add_argument("--test-share", type=float, default=0.15)
    cli.add_argument("--epochs", type=int, default=4)
    opts = cli.parse_args()

    train, test = build_datasets(opts.folder, opts.test_share)
    model = models.resnet50(weights=models.ResNet50_Weights.IMAGENET1K_V2)
    model.fc = torch.nn.Linear(model.fc.in_features, 2)
    optimizer = torch.optim.Adam(model.fc.parameters())
    for _ in range(opts.epochs):
        for x, y in DataLoader(train, batch_size=32, shuffle=True):
            optimizer.zero_grad()
            torch.nn.functional.cross_entropy(model(x), y).backward()
            optimizer.step()

    model.eval()
    with torch.inference_mode():
        right = sum((model(x).argmax(1) == y).sum().item() for x, y in DataLoader(test, batch_size=64))
    print(f"{right} of {len(test)} held-out photos classified correctly")


if __name__ == "__main__":
    main()
