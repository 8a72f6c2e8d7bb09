"""Trains a matrix factorisation recommender with an optimizer and a schedule per epoch."""

import torch
from torch import nn
from torch.utils.data import DataLoader, TensorDataset


class Factorisation(nn.Module):
    def __init__(self, n_users: int, n_items: int, rank: int = 32) -> None:
        super().__init__()
        self.users = nn.Embedding(n_users, rank)
        self.items = nn.Embedding(n_items, rank)

    def forward(self, user: torch.Tensor, item: torch.Tensor) -> torch.Tensor:
        return (self.users(user) * self.items(item)).sum(dim=1)


def fit(ratings: TensorDataset, n_users: int, n_items: int, epochs: int = 20) -> Factorisation:
    torch.manual_seed(42)
    model = Factorisation(n_users, n_items)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    schedule = torch.optim.lr_scheduler.StepLR(optimizer, step_size=5, gamma=0.5)
    batches = DataLoader(ratings, batch_size=1024, shuffle=True)
    for epoch in range(epochs):
        total = 0.0
        for user, item, stars in batches:
            loss = nn.functional.mse_loss(model(user, item), stars)
            # expect: claim
            # ruleid: missing-zero-grad
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            total += loss.item() * len(stars)
        schedule.step()
        print(f"epoch {epoch}: {total / len(ratings):.4f}")
    return model
