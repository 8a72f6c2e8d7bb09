"""Five seeds of a network are reported as a median and the loss curve of the median run is drawn."""

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

to_tensor = transforms.ToTensor()
train_set = datasets.FashionMNIST("data", train=True, download=True, transform=to_tensor)
test_set = datasets.FashionMNIST("data", train=False, download=True, transform=to_tensor)


def run(seed, epochs=5):
    # ok: seed-picking
    torch.manual_seed(seed)
    net = nn.Sequential(nn.Flatten(), nn.Linear(784, 128), nn.ReLU(), nn.Linear(128, 10))
    optimizer = torch.optim.Adam(net.parameters())
    losses = []
    for _ in range(epochs):
        for images, labels in DataLoader(train_set, batch_size=256, shuffle=True):
            loss = nn.functional.cross_entropy(net(images), labels)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            losses.append(loss.item())
    with torch.no_grad():
        hits = sum((net(images).argmax(1) == labels).sum().item() for images, labels in DataLoader(test_set, 1000))
    return hits / len(test_set), losses


outcomes = [run(seed) for seed in range(5)]
accuracies = [accuracy for accuracy, _ in outcomes]
middle = int(np.argsort(accuracies)[len(accuracies) // 2])
print("median accuracy over five seeds:", np.median(accuracies))

plt.plot(outcomes[middle][1])
plt.title(f"training loss, seed {middle} (median run)")
plt.savefig("loss_median_run.png")
