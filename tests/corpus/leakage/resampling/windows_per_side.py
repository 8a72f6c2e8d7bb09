"""A long current measurement is cut at one moment and each part is turned into windows on its own."""

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset

WIDTH, STEP = 256, 32


def windows(signal, state):
    # ok: windows-before-split
    views = np.lib.stride_tricks.sliding_window_view(signal, WIDTH)[::STEP]
    labels = np.lib.stride_tricks.sliding_window_view(state, WIDTH)[::STEP, -1]
    return TensorDataset(torch.from_numpy(views.copy()).float().unsqueeze(1), torch.from_numpy(labels.copy()).long())


measurement = np.load("motor_current.npz")
signal, state = measurement["ampere"], measurement["state"]
cut = int(0.75 * len(signal))
train = windows(signal[:cut], state[:cut])
test = windows(signal[cut:], state[cut:])

torch.manual_seed(37)
net = nn.Sequential(
    nn.Conv1d(1, 16, 9, stride=2),
    nn.ReLU(),
    nn.Conv1d(16, 32, 9, stride=2),
    nn.ReLU(),
    nn.AdaptiveMaxPool1d(1),
    nn.Flatten(),
    nn.Linear(32, 3),
)
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
for _ in range(15):
    for batch, label in DataLoader(train, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(batch), label).backward()
        optimizer.step()

with torch.no_grad():
    hits = [(net(batch).argmax(1) == label).float().sum().item() for batch, label in DataLoader(test, batch_size=512)]
print("accuracy in the last quarter:", sum(hits) / len(test))
