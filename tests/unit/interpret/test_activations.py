"""What do the answers of networks stand for, and which losses are not made for that?"""

import pytest

from tests.unit.interpret.test_happenings import seen

TORCH = """
import torch
import torch.nn.functional as F
from torch import nn
"""


def given(*statements: str) -> list[str]:
    """What the losses of a program get that they are not made for."""
    facts, _ = seen("\n".join((TORCH, *statements)))
    return [each.given for each in facts.mismatches]


@pytest.mark.parametrize(
    ("loss", "wrong"),
    [
        ("nn.CrossEntropyLoss()(F.softmax(x, 1), y)", ["softmax"]),
        ("nn.CrossEntropyLoss()(nn.Linear(2, 2)(x).softmax(1), y)", ["softmax"]),
        ("nn.CrossEntropyLoss()(F.softmax(x, 1) if flag else other(x), y)", []),
        ("F.cross_entropy(torch.sigmoid(x), y)", ["sigmoid"]),
        ("F.cross_entropy(F.log_softmax(x, 1), y)", []),
        ("nn.NLLLoss()(F.softmax(x, 1), y)", ["softmax"]),
        ("nn.NLLLoss()(F.log_softmax(x, 1), y)", []),
        ("nn.NLLLoss()(torch.log(F.softmax(x, 1)), y)", []),
        ("nn.NLLLoss()(F.softmax(x, 1).log(), y)", []),
        ("nn.BCELoss()(nn.Linear(2, 1)(x), y)", ["logits"]),
        ("nn.BCELoss()(torch.sigmoid(nn.Linear(2, 1)(x)).squeeze(), y)", []),
        ("nn.BCEWithLogitsLoss()(torch.sigmoid(x).squeeze(), y)", ["sigmoid"]),
        ("F.cross_entropy((F.softmax(x, 1) if flag else other(x)).squeeze(), y)", []),
        ("nn.MSELoss()(F.softmax(x, 1), y)", []),
        ("nn.CrossEntropyLoss()(unknown(x), y)", []),
    ],
)
def test_losses(loss: str, wrong: list[str]) -> None:
    assert given(f"x, y = torch.zeros(2, 2), torch.zeros(2)\n{loss}") == wrong


@pytest.mark.parametrize(
    ("returned", "wrong"),
    [
        ("torch.softmax(self.body(x), dim=1)", ["softmax"]),
        ("self.last(self.body(x))", ["softmax"]),
        ("self.body(x)", []),
        ("(self.body(x), torch.softmax(x, 1))", []),
        ("self.body(x) if self.training else torch.softmax(self.body(x), 1)", []),
    ],
)
def test_networks_of_the_project(returned: str, wrong: list[str]) -> None:
    code = f"""
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(3, 3)
        self.last = nn.Softmax(dim=1)
    def forward(self, x):
        return {returned}
x, y = torch.zeros(2, 3), torch.zeros(2)
nn.CrossEntropyLoss()(Net()(x), y)
"""
    assert given(code) == wrong


@pytest.mark.parametrize(
    ("last", "loss", "wrong"),
    [
        ("Dense(3)", "'sparse_categorical_crossentropy'", ["logits"]),
        ("Dense(3, activation='softmax')", "'sparse_categorical_crossentropy'", []),
        ("Dense(1, activation='softmax')", "'binary_crossentropy'", ["softmax of one"]),
        ("Dense(3)", "keras.losses.CategoricalCrossentropy(from_logits=True)", []),
        ("Dense(3, 'softmax')", "keras.losses.CategoricalCrossentropy(from_logits=True)", ["softmax"]),
        ("Dense(3, activation=act)", "'categorical_crossentropy'", []),
        ("Dense(3)", "'mse'", []),
    ],
)
def test_keras(last: str, loss: str, wrong: list[str]) -> None:
    code = "import keras\nfrom keras.layers import Dense\n"
    assert given(f"{code}m = keras.Sequential([Dense(9), {last}])\nm.compile(loss={loss})") == wrong
    assert given(f"{code}m = keras.Sequential()\nm.add({last})\nm.compile('adam', {loss})") == wrong
