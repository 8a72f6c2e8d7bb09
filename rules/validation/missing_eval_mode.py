"""## What it finds
A network of PyTorch that is asked for predictions while it is still in training mode, although it holds layers that are
something else there: dropout, batch normalisation, recurrent and transformer layers with dropout. Predictions are the
answers that no gradients are kept of, those of a network whose stored weights were loaded, and those of other rows than
it was trained on.

## Why it matters
In training mode dropout sets units to zero at random, and batch normalisation uses the mean of whatever rows are asked
about together and goes on learning from them. The same input gets another answer each time, and answers depend on the
other rows of the batch.

## Bad
```python
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Dropout(0.5), nn.Linear(32, 2))

    def forward(self, x):
        return self.body(x)


def train(train_loader, test_loader, epochs):
    net = Net()
    optimizer = torch.optim.Adam(net.parameters())
    for epoch in range(epochs):
        net.train()
        for x, y in train_loader:
            optimizer.zero_grad()
            # ok: missing-eval-mode
            loss = nn.functional.cross_entropy(net(x), y)
            loss.backward()
            optimizer.step()
        hits = 0
        with torch.no_grad():
            for x, y in test_loader:
                # ruleid: missing-eval-mode
                hits += (net(x).argmax(1) == y).sum().item()


def predict(x):
    net = Net()
    net.load_state_dict(torch.load("net.pt", weights_only=True))
    # ruleid: missing-eval-mode
    return net(x).argmax(1)
```

```python
import torch
from torchvision import models

net = models.resnet18()
net.load_state_dict(torch.load("net.pt", weights_only=True))


@torch.no_grad()
def classify(image):
    # ruleid: missing-eval-mode
    return net(image).argmax(1)
```

## Good
```python
import torch
from torch import nn


class Net(nn.Module):
    def __init__(self, p=0.5):
        super().__init__()
        self.body = nn.Linear(8, 32)
        self.drop = nn.Dropout(p)

    def forward(self, x):
        return self.drop(self.body(x))


def predict(x):
    net = Net()
    net.load_state_dict(torch.load("net.pt", weights_only=True))
    net.eval()
    with torch.no_grad():
        # ok: missing-eval-mode
        return net(x)


def switch_off(module):
    module.train(False)
    return module


def predict_all(xs):
    net = switch_off(Net())
    with torch.no_grad():
        # ok: missing-eval-mode
        return [net(x) for x in xs]
```

Layers that are the same in both modes, and networks that a library hands over ready to be asked:

```python
import torch
from torch import nn
from transformers import AutoModel

linear = nn.Sequential(nn.Linear(8, 4), nn.ReLU(), nn.LayerNorm(4))
encoder = AutoModel.from_pretrained("bert-base-uncased")


def embed(x, tokens):
    with torch.no_grad():
        # ok: missing-eval-mode
        return linear(x), encoder(**tokens)
```

Whoever gets hold of the network may switch it, and what comes in as a parameter may have been switched before:

```python
import torch
from accelerate import Accelerator
from torch import nn


def answers(net, loader):
    with torch.no_grad():
        # ok: missing-eval-mode
        return [net(x) for x in loader]


def all_answers(loader):
    net = Accelerator().prepare(nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.1)))
    with torch.no_grad():
        # ok: missing-eval-mode
        return [net(x) for x in loader]
```

## When it is fine
When the answers are meant to differ, to tell how sure the network is (Monte Carlo dropout); when batch normalisation is
to take over the statistics of new data.

## What it cannot see
The mode of networks that come in as parameters or out of pickles, layers of other libraries, and networks that are
asked by a trainer of a library, which switches them itself.

## References
- PyTorch documentation, `torch.nn.Module.eval`, and "Autograd mechanics", on evaluation mode and no-grad mode.
- SonarSource S6982; dslinter, "network forward and eval mode".
"""

from collections.abc import Iterator

from analyzer.api import Asked, Finding, Level, Place, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Predictions of networks that are in training mode, whatever way leads there."""
    if ctx.is_test:
        return
    found: dict[Place, list[Asked]] = {}
    for each in ctx.asked():
        found.setdefault(each.place, []).append(each)
    for place, seen in found.items():
        if all(each.differs and not each.judging and not each.handed for each in seen):
            told = [how for each in seen if (how := _why(each))]
            if len(told) == len(seen):
                name = seen[0].network.rpartition(".")[2]
                layer = seen[0].differs.rpartition(".")[2]
                text = (
                    f"`{name}` answers as in training: `eval()` was not called, so its {_of(layer)} at work, {told[0]}"
                )
                yield ctx.finding(place, text)


def _of(layer: str) -> str:
    if " " in layer:
        return "layers that differ in training are"
    return f"`{layer}` is"


def _why(each: Asked) -> str:
    """What shows that a prediction is asked for; "" if nothing does."""
    if each.frozen:
        return "and no gradients are kept that would ask for that"
    if each.trained:
        return "although the training is over"
    return "although its weights were loaded to be used" if each.loaded else ""


RULE = Rule(
    id="missing-eval-mode",
    title="A network is asked for predictions in training mode",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("model-input", "held-out", "train-step"),
    given=("held-out", "load.torch", "train-step"),
    tags=("correctness", "evaluation"),
    since="0.4.0",
    reach=1,
    check=check,
)
