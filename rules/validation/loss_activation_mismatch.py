"""## What it finds
A loss of PyTorch or Keras that is given something else than it is made for: probabilities where it takes the sums of
the last layer (softmax before `CrossEntropyLoss`, sigmoid before `BCEWithLogitsLoss`), or sums and probabilities where
it takes probabilities (`BCELoss`, the cross-entropies of Keras without `from_logits=True`) or their logarithms
(`NLLLoss`, `KLDivLoss`). A softmax over a single unit, which is always 1, fits no loss.

## Why it matters
`CrossEntropyLoss` applies a softmax by itself. After another one all its inputs lie between 0 and 1: the loss cannot
come near to zero, the gradients are small, and the network learns slowly and without a word. `NLLLoss` of probabilities
is no likelihood at all, and falls below zero.

## Bad
```python
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(8, 3)

    def forward(self, x):
        x = torch.relu(x)
        return torch.softmax(self.body(x), dim=1)


def train(loader):
    net = Net()
    criterion = nn.CrossEntropyLoss()
    optimizer = torch.optim.Adam(net.parameters())
    for x, y in loader:
        optimizer.zero_grad()
        out = net(x)
        # ruleid: loss-activation-mismatch
        loss = criterion(out, y)
        loss.backward()
        optimizer.step()
```

```python
import torch
import torch.nn.functional as F
from torch import nn

net = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1), nn.Sigmoid())
plain = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1))
x, y = torch.zeros(4, 8), torch.ones(4, 1)
# ruleid: loss-activation-mismatch
F.binary_cross_entropy_with_logits(net(x).squeeze(1), y)
# ruleid: loss-activation-mismatch
nn.BCELoss()(plain(x), y)
# ruleid: loss-activation-mismatch
F.nll_loss(F.softmax(plain(x), dim=1), y)
```

```python
import keras
from tensorflow.keras import layers, models

model = keras.Sequential([keras.layers.Dense(8, activation="relu"), keras.layers.Dense(3)])
# ruleid: loss-activation-mismatch
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy")

other = models.Sequential()
other.add(layers.Dense(8, activation="relu"))
other.add(layers.Dense(1, activation="softmax"))
# ruleid: loss-activation-mismatch
other.compile(loss="binary_crossentropy")

third = keras.Sequential([keras.layers.Dense(3, activation="softmax")])
# ruleid: loss-activation-mismatch
third.compile(loss=keras.losses.CategoricalCrossentropy(from_logits=True))
```

## Good
```python
import torch
import torch.nn.functional as F
from torch import nn

net = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 1), nn.Sigmoid())
plain = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Linear(16, 3))
x, y = torch.zeros(4, 8), torch.ones(4, 1)
# ok: loss-activation-mismatch
nn.BCELoss()(net(x), y)
# ok: loss-activation-mismatch
nn.CrossEntropyLoss()(plain(x), y)
# ok: loss-activation-mismatch
F.nll_loss(F.log_softmax(plain(x), dim=1), y)
# ok: loss-activation-mismatch
F.nll_loss(torch.log(F.softmax(plain(x), dim=1)), y)


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(8, 3)

    def forward(self, x):
        x = self.body(x)
        if self.training:
            return x
        return torch.softmax(x, dim=1)


def loss_of(x, y):
    # ok: loss-activation-mismatch
    return F.cross_entropy(Net()(x), y)
```

```python
import keras
from keras.layers import Dense

model = keras.Sequential([Dense(8, activation="relu"), Dense(3, activation="softmax")])
# ok: loss-activation-mismatch
model.compile(optimizer="adam", loss="categorical_crossentropy")
sums = keras.Sequential([Dense(8, activation="relu"), Dense(3)])
# ok: loss-activation-mismatch
sums.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
# ok: loss-activation-mismatch
sums.compile(loss="mse")
```

## When it is fine
If the answers are meant to be flattened, as in some kinds of distillation; then a temperature says so.

## What it cannot see
Networks of other libraries, losses that are given as parameters, and Keras models that are made by functions of layers.

## References
- PyTorch documentation, `CrossEntropyLoss` ("input is expected to contain the unnormalized logits"), `NLLLoss`,
  `BCELoss`, `BCEWithLogitsLoss`, `KLDivLoss`.
- Keras documentation, `from_logits`; its TensorFlow backend looks for a softmax before the loss, others do not.
- UMLAUT and NeuraLint: missing or doubled softmax before the loss.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Mismatch, Place, Precision, Rule, RuleContext

WORDS = {
    "softmax": "the probabilities of a softmax",
    "sigmoid": "the probabilities of a sigmoid",
    "log-softmax": "the logarithms of a softmax",
    "log-sigmoid": "the logarithms of a sigmoid",
    "softmax of one": "the softmax of a single unit, which is always 1",
    "logits": "the sums of a last layer without an activation",
}
TAKES = {
    "CrossEntropyLoss": "applies a softmax to them once more",
    "cross_entropy": "applies a softmax to them once more",
    "BCEWithLogitsLoss": "applies a sigmoid to them once more",
    "binary_cross_entropy_with_logits": "applies a sigmoid to them once more",
    "MultiLabelSoftMarginLoss": "applies a sigmoid to them once more",
    "multilabel_soft_margin_loss": "applies a sigmoid to them once more",
    "BCELoss": "takes probabilities",
    "binary_cross_entropy": "takes probabilities",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Losses that get what they are not made for, once per place."""
    seen: set[Place] = set()
    for each in ctx.mismatches():
        if each.place not in seen:
            seen.add(each.place)
            name = each.loss.rpartition(".")[2]
            level = Level.WARNING if each.loss.startswith("keras.") and each.given in ("softmax", "sigmoid") else None
            yield ctx.finding(
                each.place, f"`{name}` is given {WORDS[each.given]}, and {_takes(each, name)}", level=level
            )


def _takes(each: Mismatch, name: str) -> str:
    if each.given == "softmax of one":
        return "learns nothing from it"
    if each.loss.startswith("keras."):
        return "takes probabilities unless it is told `from_logits=True`" if each.given == "logits" else _TOLD
    return TAKES.get(name, "takes logarithms of probabilities")


_TOLD = "is told to take sums by `from_logits=True`"


RULE = Rule(
    id="loss-activation-mismatch",
    title="A loss is given something else than it is made for",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("loss", "train-step"),
    given=("loss",),
    tags=("correctness", "training"),
    since="0.4.0",
    check=check,
)
