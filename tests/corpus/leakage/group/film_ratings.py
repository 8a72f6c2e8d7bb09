"""A matrix factorisation recommends films to known users and is scored on ratings left out at random."""

import numpy as np
import pandas as pd
import torch
from sklearn.model_selection import train_test_split
from torch import nn


class Factors(nn.Module):
    def __init__(self, users, films, width=32):
        super().__init__()
        self.user = nn.Embedding(users, width)
        self.film = nn.Embedding(films, width)
        self.user_bias = nn.Embedding(users, 1)
        self.film_bias = nn.Embedding(films, 1)

    def forward(self, user, film):
        dot = (self.user(user) * self.film(film)).sum(dim=1)
        return dot + self.user_bias(user).squeeze(1) + self.film_bias(film).squeeze(1)


ratings = pd.read_csv("ratings.csv", usecols=["user_id", "film_id", "rating"])
# ok: fit-before-split
users, films = int(ratings["user_id"].max()) + 1, int(ratings["film_id"].max()) + 1

# ok: group-across-split
known, hidden = train_test_split(ratings, test_size=0.1, random_state=76)


def tensors(part):
    columns = [torch.tensor(part[name].to_numpy()) for name in ("user_id", "film_id")]
    return *columns, torch.tensor(part["rating"].to_numpy(), dtype=torch.float32)


torch.manual_seed(76)
model = Factors(users, films)
optimizer = torch.optim.Adam(model.parameters(), lr=0.01, weight_decay=1e-5)
user, film, stars = tensors(known)
for _ in range(200):
    optimizer.zero_grad()
    nn.functional.mse_loss(model(user, film), stars).backward()
    optimizer.step()

user, film, stars = tensors(hidden)
with torch.no_grad():
    rmse = np.sqrt(nn.functional.mse_loss(model(user, film), stars).item())
print("RMSE of hidden ratings:", rmse)
