"""Whom does a loop that is written by hand train, on which rows, and which of its answers are judgements?"""

import pytest

from tests.unit.interpret.effects.snippets import Interpreted, run

IMPORTS = """
import random
import numpy as np
import pandas as pd
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import ConcatDataset, DataLoader, Dataset, Subset
from torch.utils.data import SubsetRandomSampler, TensorDataset, random_split
from torchvision import datasets
df = pd.read_csv("data.csv")
X, y = torch.tensor(df.drop(columns=["y"]).values), torch.tensor(df["y"].values)
data = TensorDataset(X, y)
model = nn.Sequential(nn.Linear(3, 2))
optimizer = torch.optim.Adam(model.parameters())
def train(model, loader):
    model.train()
    for a, b in loader:
        loss = F.cross_entropy(model(a.to("cuda")), b.to("cuda"))
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
def split(seed):
    return random_split(data, [80, 20], generator=torch.Generator().manual_seed(seed))
def seeded(seed):
    torch.manual_seed(seed)
    return random_split(data, [80, 20])
def judge(model, loader):
    model.eval()
    right = 0
    with torch.no_grad():
        for a, b in loader:
            right += (model(a).argmax(dim=1) == b).sum().item()
    return right
"""
BOTH = """
train(model, DataLoader(training, batch_size=32, shuffle=True))
print(judge(model, DataLoader(held_out)))
"""


def interpreted(code: str) -> Interpreted:
    return run(code, imports=IMPORTS)


@pytest.mark.parametrize(
    "sides",
    [
        "training, held_out = random_split(data, [80, 20])",
        "training, held_out = Subset(data, range(800)), Subset(data, range(800, 1000))",
        "order = torch.randperm(len(data))\ntraining, held_out = Subset(data, order[:80]), Subset(data, order[80:])",
        "o = list(range(len(data)))\nrandom.shuffle(o)\ntraining, held_out = Subset(data, o[:n]), Subset(data, o[n:])",
        "training, held_out = datasets.MNIST('d', train=True), datasets.MNIST('d', train=False)",
        "training, held_out = datasets.SVHN('d', split='train'), datasets.SVHN('d', split='test')",
        "training, held_out = split(0)[0], split(0)[1]",
        "training, held_out = split(unknown)[0], split(unknown)[1]",
        "training, held_out = seeded(1)[0], seeded(1)[1]",
    ],
)
def test_sides_of_datasets_are_disjoint(sides: str) -> None:
    assert interpreted(f"{sides}\n{BOTH}").disjoint


@pytest.mark.parametrize(
    "sides",
    [
        "training = held_out = data",
        "training, held_out = datasets.MNIST('d'), datasets.MNIST('e', transform=str)",
        "training, held_out = ConcatDataset([data, datasets.MNIST('d')]), data",
        "held_out, _ = random_split(data, [80, 20])\ntraining = data",
    ],
)
def test_a_model_is_judged_on_rows_that_it_was_trained_on(sides: str) -> None:
    assert interpreted(f"{sides}\n{BOTH}").on_training_rows


@pytest.mark.parametrize("seeds", [(0, 1), (None, None)])
def test_splits_with_other_seeds_are_other_splits(seeds: tuple[object, object]) -> None:
    training, held_out = (
        f"random_split(data, [80, 20]{'' if seed is None else f', torch.Generator().manual_seed({seed})'})"
        for seed in seeds
    )
    program = interpreted(f"training, held_out = {training}[0], {held_out}[1]\n{BOTH}")
    assert not program.disjoint
    assert not program.on_training_rows


def test_samplers_choose_rows() -> None:
    program = interpreted(
        """
        order = np.random.permutation(len(data))
        train(model, DataLoader(data, sampler=SubsetRandomSampler(order[:80])))
        judge(model, DataLoader(data, sampler=SubsetRandomSampler(order[80:])))
        """
    )
    assert program.disjoint


def test_a_dataset_of_the_project_holds_what_its_constructor_keeps() -> None:
    program = interpreted(
        """
        class Rows(Dataset):
            def __init__(self, frame):
                self.frame = (frame - frame.mean()) / frame.std()
            def __len__(self):
                return len(self.frame)
        training, held_out = random_split(Rows(df), [80, 20])
        """
        + BOTH.replace("\n", "\n        ")
    )
    assert program.disjoint
    assert program.learned == {"aggregate"}


@pytest.mark.parametrize(
    "judged",
    [
        "with torch.no_grad():\n    print(F.cross_entropy(model(X), y))",
        "model.eval()\nprint(nn.CrossEntropyLoss()(model(X), y).item())",
        "model.eval()\nprint(torch.eq(model(X).argmax(1), y).float().mean())",
        "model.eval()\nprint(unknown_loss(model(X), y).item())",
        "@torch.no_grad()\ndef f():\n    return (model(X).argmax(1) == y).sum()\nprint(f())",
        "model.eval()\nloss = model(X, labels=y).loss",
    ],
)
def test_what_judges(judged: str) -> None:
    assert interpreted(f"train(model, DataLoader(data))\n{judged}").on_training_rows


@pytest.mark.parametrize(
    "silent",
    [
        "",
        "print((model(X).argmax(1) == y).sum())",  # while it is trained
        "model.eval()\nfor a, b in DataLoader(data):\n    print(F.mse_loss(model(a), a))",  # a reconstruction
        "model.eval()\nprint(model(X).max())",
        "with torch.no_grad():\n    print(F.mse_loss(model(X), nn.Linear(1, 2)(X)))",  # another network is no label
    ],
)
def test_what_does_not_judge(silent: str) -> None:
    assert not interpreted(f"train(model, DataLoader(data))\n{silent}").judged


def test_a_step_back_from_an_answer_shows_that_it_was_no_judgement() -> None:
    program = interpreted(
        """
        for epoch in range(3):
            model.eval()  # batch statistics are kept as they are
            for a, b in DataLoader(data):
                loss = F.cross_entropy(model(a), b)
                loss.backward()
        """
    )
    assert [fit.how for fit in program.facts.fits] == ["model"]
    assert not program.judged


def test_masks_over_the_nodes_of_a_graph_are_sides() -> None:
    program = interpreted(
        """
        graph = load(df)
        F.cross_entropy(model(graph.x)[graph.train_mask], graph.y[graph.train_mask]).backward()
        model.eval()
        said = model(graph.x).argmax(dim=-1)
        print((said[graph.test_mask] == graph.y[graph.test_mask]).sum())
        """
    )
    assert program.judged
    assert not program.on_training_rows


def test_gradients_of_keras_train() -> None:
    program = run(
        """
        data = tf.data.Dataset.from_tensor_slices((df.drop(columns=["y"]).values, df["y"].values))
        training, held_out = data.take(80).batch(8), data.skip(80).batch(8)
        model, loss = tf.keras.Sequential([tf.keras.layers.Dense(1)]), tf.keras.losses.MeanSquaredError()
        for x, y in training:
            with tf.GradientTape() as tape:
                value = loss(y, model(x, training=True))
            tape.gradient(value, model.trainable_variables)
        for x, y in held_out:
            print(loss(y, model(x, training=False)))
        """,
        imports="import pandas as pd\nimport tensorflow as tf\ndf = pd.read_csv('data.csv')\n",
    )
    assert program.disjoint
