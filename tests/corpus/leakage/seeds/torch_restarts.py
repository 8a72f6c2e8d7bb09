"""A torch classifier of accelerometer statistics is restarted from several initialisations."""

import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn


def make_net(width, classes):
    return nn.Sequential(nn.Linear(width, 64), nn.Tanh(), nn.Linear(64, classes))


def train(net, x, y, steps=400):
    optimizer = torch.optim.SGD(net.parameters(), lr=0.05, momentum=0.9)
    loss_fn = nn.CrossEntropyLoss()
    for _ in range(steps):
        optimizer.zero_grad()
        loss_fn(net(x), y).backward()
        optimizer.step()
    return net


def accuracy(net, x, y):
    with torch.no_grad():
        return (net(x).argmax(1) == y).float().mean().item()


gestures = pd.read_csv("gestures.csv")
codes = torch.tensor(gestures.pop("gesture").to_numpy())
signals = torch.tensor(gestures.to_numpy(), dtype=torch.float32)
train_idx, test_idx = train_test_split(range(len(codes)), test_size=0.2, random_state=50)

results = {}
for seed in [1, 7, 13, 42, 123, 1234, 2020, 31337]:
    # expect: claim
    # ruleid: seed-picking
    torch.manual_seed(seed)
    net = train(make_net(signals.shape[1], 6), signals[train_idx], codes[train_idx])
    results[seed] = accuracy(net, signals[test_idx], codes[test_idx])

lucky = max(results, key=results.get)
print(f"We use seed {lucky}. Test accuracy: {results[lucky]:.2%}")
