"""Overlapping pieces of bird recordings become spectrograms and a torch network learns their species."""

from pathlib import Path

import librosa
import numpy as np
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

RATE, PIECE, HOP = 22_050, 5 * 22_050, 22_050

spectrograms, species = [], []
names = sorted(folder.name for folder in Path("birds").iterdir())
for path in sorted(Path("birds").rglob("*.ogg")):
    sound, _ = librosa.load(path, sr=RATE)
    # expect: claim
    # ruleid: windows-before-split
    pieces = [sound[start : start + PIECE] for start in range(0, len(sound) - PIECE, HOP)]
    for piece in pieces:
        power = librosa.feature.melspectrogram(y=piece, sr=RATE, n_mels=64)
        spectrograms.append(librosa.power_to_db(power, ref=1.0))
        species.append(names.index(path.parent.name))

data = TensorDataset(torch.tensor(np.array(spectrograms)).unsqueeze(1), torch.tensor(species))
train, test = random_split(data, [0.8, 0.2], generator=torch.Generator().manual_seed(41))

net = nn.Sequential(nn.Conv2d(1, 32, 3), nn.ReLU(), nn.AdaptiveAvgPool2d(4), nn.Flatten(), nn.Linear(512, len(names)))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
for _ in range(20):
    for batch, label in DataLoader(train, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(batch), label).backward()
        optimizer.step()

with torch.no_grad():
    hits = sum((net(batch).argmax(1) == label).sum().item() for batch, label in DataLoader(test, batch_size=64))
print("accuracy per piece:", hits / len(test))
