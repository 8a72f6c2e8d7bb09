"""A tabular classifier where one generator object is handed to two random_split calls over the same dataset."""

import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

frame = pd.read_csv("loan_book.csv")
labels = torch.tensor(frame["defaulted"].values, dtype=torch.float32)
inputs = torch.tensor(frame[["income", "debt_ratio", "n_accounts", "age"]].values, dtype=torch.float32)
loans = TensorDataset(inputs, labels)

rng = torch.Generator().manual_seed(0)
fractions = [0.7, 0.3]

learn, _ = random_split(loans, fractions, generator=rng)

head = nn.Sequential(nn.BatchNorm1d(4), nn.Linear(4, 32), nn.ReLU(), nn.Linear(32, 1))
bce = nn.BCEWithLogitsLoss()
adam = torch.optim.Adam(head.parameters())

for _ in range(25):
    for xb, yb in DataLoader(learn, batch_size=128, shuffle=True):
        adam.zero_grad()
        bce(head(xb).squeeze(1), yb).backward()
        adam.step()

# expect: claim
# ruleid: recomputed-random-split
_, judge = random_split(loans, fractions, generator=rng)

head.eval()
scores, truth = [], []
with torch.no_grad():
    for xb, yb in DataLoader(judge, batch_size=512):
        scores.append(torch.sigmoid(head(xb).squeeze(1)))
        truth.append(yb)
scores, truth = torch.cat(scores), torch.cat(truth)
print("held-out accuracy", ((scores > 0.5).float() == truth).float().mean().item())
