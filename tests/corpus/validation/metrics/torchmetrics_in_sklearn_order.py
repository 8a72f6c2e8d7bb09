"""Lightning module that logs a functional torchmetrics measure in its validation step."""

import lightning as L
import torch
from torch import nn
from torchmetrics.functional import mean_absolute_percentage_error


class LoadForecaster(L.LightningModule):
    def __init__(self, n_inputs: int, hidden: int = 64, lr: float = 1e-3) -> None:
        super().__init__()
        self.save_hyperparameters()
        self.net = nn.Sequential(nn.Linear(n_inputs, hidden), nn.ReLU(), nn.Linear(hidden, 1))
        self.loss = nn.MSELoss()

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.net(x).squeeze(-1)

    def training_step(self, batch, batch_idx):
        x, y = batch
        return self.loss(self(x), y)

    def validation_step(self, batch, batch_idx):
        x, y = batch
        forecast = self(x)
        # expect: claim
        # ruleid: swapped-metric-arguments
        error = mean_absolute_percentage_error(y, forecast)
        self.log("val_mape", error, prog_bar=True)

    def configure_optimizers(self):
        return torch.optim.AdamW(self.parameters(), lr=self.hparams.lr)
