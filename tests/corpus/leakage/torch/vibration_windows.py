"""A fault detector whose one-sample-stride windows of a vibration signal are divided with random_split."""

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

WINDOW = 256


def windows_of(recording, fault_flags):
    signal = torch.from_numpy(np.load(recording)).float()
    flags = torch.from_numpy(np.load(fault_flags)).float()
    # expect: claim
    # ruleid: windows-before-split
    pieces = signal.unfold(0, WINDOW, 1)
    return TensorDataset(pieces, flags[WINDOW - 1 :])


class Detector(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv = nn.Conv1d(1, 8, kernel_size=16, stride=4)
        self.out = nn.Linear(8, 1)

    def forward(self, x):
        hidden = torch.relu(self.conv(x.unsqueeze(1)))
        return self.out(hidden.mean(dim=-1)).squeeze(1)


dataset = windows_of("bearing_07_signal.npy", "bearing_07_faults.npy")
n_train = int(len(dataset) * 0.75)
training, testing = random_split(dataset, [n_train, len(dataset) - n_train], torch.Generator().manual_seed(11))

detector = Detector()
criterion = nn.BCEWithLogitsLoss()
optimizer = torch.optim.RMSprop(detector.parameters(), lr=5e-4)
for epoch in range(6):
    for x, y in DataLoader(training, batch_size=256, shuffle=True):
        optimizer.zero_grad()
        criterion(detector(x), y).backward()
        optimizer.step()

detector.eval()
agree = 0
for x, y in DataLoader(testing, batch_size=1024):
    with torch.no_grad():
        agree += ((detector(x) > 0).float() == y).sum().item()
print("window accuracy", agree / len(testing))
