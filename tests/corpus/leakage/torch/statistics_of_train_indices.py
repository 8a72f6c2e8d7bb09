"""A regression net whose normalisation constants are read from the rows that random_split gave to the training part."""

import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split


class Spectra(Dataset):
    def __init__(self, values, labels):
        self.values = values
        self.labels = labels
        self.center = torch.zeros(values.shape[1])
        self.spread = torch.ones(values.shape[1])

    def __len__(self):
        return len(self.labels)

    def __getitem__(self, i):
        return (self.values[i] - self.center) / self.spread, self.labels[i]


raw = np.load("spectra.npz")
spectra = Spectra(torch.from_numpy(raw["x"]).float(), torch.from_numpy(raw["y"]).long())

n_train = int(0.8 * len(spectra))
train_set, test_set = random_split(spectra, [n_train, len(spectra) - n_train], torch.Generator().manual_seed(3))

rows = train_set.indices
# ok: fit-before-split
spectra.center = spectra.values[rows].mean(dim=0)
# ok: fit-before-split
spectra.spread = spectra.values[rows].std(dim=0).clamp_min(1e-6)

classifier = nn.Sequential(nn.Linear(spectra.values.shape[1], 128), nn.GELU(), nn.Linear(128, 7))
opt = torch.optim.AdamW(classifier.parameters(), lr=3e-4)
loss_fn = nn.CrossEntropyLoss()

for epoch in range(30):
    for batch, label in DataLoader(train_set, batch_size=32, shuffle=True):
        opt.zero_grad()
        loss_fn(classifier(batch), label).backward()
        opt.step()

hits = 0
with torch.no_grad():
    for batch, label in DataLoader(test_set, batch_size=128):
        hits += (classifier(batch).argmax(dim=1) == label).sum().item()
print(f"accuracy {hits / len(test_set):.3f}")
