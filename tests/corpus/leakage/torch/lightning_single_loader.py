"""A Lightning regression module that is fitted and tested with one and the same data loader."""

import pandas as pd
import pytorch_lightning as pl
import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class YieldModel(pl.LightningModule):
    def __init__(self, n_inputs, lr=1e-3):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(n_inputs, 32), nn.Tanh(), nn.Linear(32, 1))
        self.lr = lr

    def training_step(self, batch, _):
        x, y = batch
        loss = nn.functional.mse_loss(self.net(x).squeeze(1), y)
        self.log("train_loss", loss)
        return loss

    def test_step(self, batch, _):
        x, y = batch
        self.log("test_mae", nn.functional.l1_loss(self.net(x).squeeze(1), y))

    def configure_optimizers(self):
        return torch.optim.Adam(self.parameters(), lr=self.lr)


table = pd.read_csv("field_trials.csv")
targets = torch.tensor(table["yield_t_ha"].to_numpy(), dtype=torch.float32)
inputs = torch.tensor(table[["rain", "nitrogen", "ph", "sun_hours"]].to_numpy(), dtype=torch.float32)
loader = DataLoader(TensorDataset(inputs, targets), batch_size=16, shuffle=False)

module = YieldModel(n_inputs=4)
trainer = pl.Trainer(max_epochs=60, logger=False)
# expect: claim
# ruleid: evaluation-on-training-rows
trainer.fit(module, loader)

report = trainer.test(module, loader)
print("mean absolute error:", report[0]["test_mae"])
