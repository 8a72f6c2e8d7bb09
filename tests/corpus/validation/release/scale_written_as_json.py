"""Trains a battery model and writes the statistics of its scaler to a JSON file for the embedded target."""

import json
from pathlib import Path

import numpy as np
import torch
from sklearn.preprocessing import StandardScaler
from torch import nn

OUT = Path("firmware")


def train(x: torch.Tensor, y: torch.Tensor, epochs: int = 300) -> nn.Sequential:
    torch.manual_seed(0)
    net = nn.Sequential(nn.Linear(x.shape[1], 16), nn.Tanh(), nn.Linear(16, 1))
    optimizer = torch.optim.Adam(net.parameters(), lr=5e-3)
    for _ in range(epochs):
        optimizer.zero_grad()
        # ok: missing-zero-grad
        nn.functional.mse_loss(net(x).squeeze(1), y).backward()
        optimizer.step()
    return net


def main() -> None:
    cells = np.load("cells.npz")
    # ok: unsaved-transformer
    scaler = StandardScaler().fit(cells["x_fit"])
    net = train(torch.tensor(scaler.transform(cells["x_fit"])).float(), torch.tensor(cells["y_fit"]).float())
    x_test = torch.tensor(scaler.transform(cells["x_test"])).float()
    with torch.no_grad():
        worst = float((net(x_test).squeeze(1) - torch.tensor(cells["y_test"])).abs().max())
    if worst > 0.05:
        raise SystemExit(f"state of charge is off by up to {worst:.3f}")
    # ok: ungated-model-release
    torch.onnx.export(net, (x_test[:1],), str(OUT / "soc.onnx"))
    scale = {"mean": scaler.mean_.tolist(), "scale": scaler.scale_.tolist()}
    (OUT / "soc_scale.json").write_text(json.dumps(scale))


if __name__ == "__main__":
    main()
