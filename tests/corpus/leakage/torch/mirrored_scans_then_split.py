"""A scan classifier where mirrored copies of all images are appended to the array that random_split divides."""

import argparse

import numpy as np
import torch
import torch.nn as nn
from torch.utils.data import DataLoader, TensorDataset, random_split


class SmallCNN(nn.Module):
    def __init__(self, n_classes):
        super().__init__()
        self.body = nn.Sequential(nn.Conv2d(1, 16, 3, padding=1), nn.ReLU(), nn.AdaptiveAvgPool2d(8), nn.Flatten())
        self.head = nn.Linear(16 * 64, n_classes)

    def forward(self, x):
        return self.head(self.body(x))


def read(path):
    archive = np.load(path)
    scans, grades = archive["scans"].astype("float32") / 255.0, archive["grades"]
    # expect: claim
    # ruleid: augmentation-before-split
    scans = np.concatenate([scans, np.flip(scans, axis=2)])
    grades = np.concatenate([grades, grades])
    return TensorDataset(torch.from_numpy(scans).unsqueeze(1), torch.from_numpy(grades).long())


def main(args):
    dataset = read(args.archive)
    test_size = int(args.test_fraction * len(dataset))
    train, test = random_split(dataset, [len(dataset) - test_size, test_size])
    model = SmallCNN(5)
    optimizer = torch.optim.Adam(model.parameters(), lr=args.lr)
    for _ in range(args.epochs):
        for x, y in DataLoader(train, batch_size=32, shuffle=True):
            loss = nn.functional.cross_entropy(model(x), y)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    with torch.no_grad():
        predicted = torch.cat([model(x).argmax(1) for x, _ in DataLoader(test, batch_size=64)])
        actual = torch.cat([y for _, y in DataLoader(test, batch_size=64)])
    print("test accuracy", (predicted == actual).float().mean().item())


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("archive", nargs="?", default="retina_scans.npz")
    parser.add_argument("--lr", type=float, default=1e-3)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--test-fraction", type=float, default=0.2)
    main(parser.parse_args())
