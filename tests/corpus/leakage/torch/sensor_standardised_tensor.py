"""A regression net on sensor tables that standardises the whole tensor and divides it with random_split."""

import pandas as pd
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split


def load_tensors(path):
    frame = pd.read_csv(path)
    target = torch.tensor(frame.pop("fuel_rate").to_numpy(), dtype=torch.float32).unsqueeze(1)
    features = torch.tensor(frame.to_numpy(), dtype=torch.float32)
    # expect: claim
    # ruleid: fit-before-split
    mu, sd = features.mean(dim=0), features.std(dim=0)
    return (features - mu) / (sd + 1e-8), target


def main():
    features, target = load_tensors("engine_sensors.csv")
    dataset = TensorDataset(features, target)
    n_test = len(dataset) // 5
    train_part, test_part = random_split(dataset, [len(dataset) - n_test, n_test])

    net = nn.Sequential(nn.Linear(features.shape[1], 64), nn.ReLU(), nn.Linear(64, 1))
    optimiser = torch.optim.Adam(net.parameters(), lr=1e-3)
    criterion = nn.MSELoss()
    for _ in range(40):
        net.train()
        for xb, yb in DataLoader(train_part, batch_size=64, shuffle=True):
            optimiser.zero_grad()
            loss = criterion(net(xb), yb)
            loss.backward()
            optimiser.step()

    net.eval()
    total = 0.0
    with torch.no_grad():
        for xb, yb in DataLoader(test_part, batch_size=256):
            total += criterion(net(xb), yb).item() * len(xb)
    print("test mse", total / n_test)


if __name__ == "__main__":
    main()
