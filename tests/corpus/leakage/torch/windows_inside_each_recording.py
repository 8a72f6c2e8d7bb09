"""An activity recogniser that divides the recordings first and cuts overlapping windows inside each side afterwards."""

import glob
import random

import numpy as np
import torch
from torch import nn
from torch.utils.data import ConcatDataset, DataLoader, TensorDataset

STEP, LENGTH = 20, 100


def cut(path):
    record = np.load(path)
    # ok: windows-before-split
    pieces = torch.from_numpy(record["acc"]).float().unfold(0, LENGTH, STEP)
    label = torch.full((len(pieces),), int(record["activity"]), dtype=torch.long)
    return TensorDataset(pieces.flatten(1), label)


def loader_of(paths, shuffle):
    return DataLoader(ConcatDataset([cut(p) for p in paths]), batch_size=64, shuffle=shuffle)


paths = sorted(glob.glob("recordings/*.npz"))
random.Random(5).shuffle(paths)
n_test = len(paths) // 4
test_loader = loader_of(paths[:n_test], shuffle=False)
train_loader = loader_of(paths[n_test:], shuffle=True)

mlp = nn.Sequential(nn.Linear(3 * LENGTH, 128), nn.ReLU(), nn.Dropout(0.3), nn.Linear(128, 6))
optimizer = torch.optim.Adam(mlp.parameters())
for _ in range(15):
    mlp.train()
    for x, y in train_loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(mlp(x), y).backward()
        optimizer.step()

mlp.eval()
with torch.no_grad():
    outcome = [(mlp(x).argmax(1) == y).float().mean().item() for x, y in test_loader]
print("accuracy on unseen recordings", sum(outcome) / len(outcome))
