"""## What it finds
A loop that goes back from a loss and takes a step with an optimizer, and in which nothing ever clears the gradients:
neither `zero_grad` of the optimizer or of the model, nor an assignment to `.grad`. Clearing them once before the loop
is not enough.

## Why it matters
`backward()` adds to the gradients that are there. Every step then follows the sum of all batches since the start of the
training, so the steps grow and point into the past. The loss may still fall for a while, and no error is raised.

## Bad
```python
import torch
from torch import nn

model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()


def train(loader):
    for x, y in loader:
        loss = criterion(model(x), y)
        # ruleid: missing-zero-grad
        loss.backward()
        optimizer.step()
```

Once per epoch, while a step is taken for each batch:

```python
import torch
from torch import nn


def train(model, loader, epochs):
    optimizer = torch.optim.Adam(model.parameters())
    for epoch in range(epochs):
        optimizer.zero_grad()
        for x, y in loader:
            loss = nn.functional.cross_entropy(model(x), y)
            # ruleid: missing-zero-grad
            loss.backward()
            optimizer.step()
```

## Good
```python
import torch
from torch import nn

model = nn.Linear(4, 1)
optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
criterion = nn.MSELoss()


def train(loader):
    for x, y in loader:
        optimizer.zero_grad()
        loss = criterion(model(x), y)
        # ok: missing-zero-grad
        loss.backward()
        optimizer.step()
```

Gradients that are gathered over some batches on purpose:

```python
import torch
from torch import nn


def train(model, loader, every):
    optimizer = torch.optim.Adam(model.parameters())
    for number, (x, y) in enumerate(loader):
        loss = nn.functional.cross_entropy(model(x), y) / every
        # ok: missing-zero-grad
        loss.backward()
        if (number + 1) % every == 0:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
```

The function that takes the step, or one that it calls, may clear them:

```python
# file: steps.py
def clear(optimizer):
    optimizer.zero_grad()

# file: train.py
import torch
from torch import nn
from steps import clear


def one(model, batch, optimizer):
    loss = model(batch).mean()
    # ok: missing-zero-grad
    loss.backward()
    optimizer.step()


def train(loader):
    model = nn.Linear(4, 1)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    for batch in loader:
        clear(optimizer)
        one(model, batch, optimizer)
    for batch in loader:
        for parameter in model.parameters():
            parameter.grad = None
        # ok: missing-zero-grad
        model(batch).sum().backward()
        optimizer.step()
```

An engine that does it by itself:

```python
import torch


def train(engine, loader):
    for batch in loader:
        loss = engine(batch)
        # ok: missing-zero-grad
        engine.backward(loss)
        engine.step()
```

## When it is fine
If an optimizer of another library clears the gradients as part of its step.

## What it cannot see
Functions that take one step and are called by code outside of the project.

## References
- PyTorch documentation, `torch.optim.Optimizer.zero_grad`, and "Zeroing out gradients in PyTorch".
- Zhang et al., "Code Smells in Machine Learning Systems": gradients not cleared before backward propagation.
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Event, Finding, Level, Place, Precision, Rule, RuleContext

QUESTION = "Does the step keep the gradients, so that those of earlier batches are still there at the next one?"
OPTIMIZER = "torch.optim."


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Losses whose gradients add up from step to step."""
    steps, clears = list(ctx.events("step")), list(ctx.events("clear"))
    found: dict[Place, list[tuple[Event, Event] | None]] = {}
    for back in ctx.events("backward"):
        found.setdefault(back.place, []).append(_kept(back, steps, clears))
    for place, seen in found.items():
        pairs = [pair for pair in seen if pair is not None]
        if len(pairs) < len(seen):
            continue  # in some of the ways that lead here the gradients are cleared, or no step is taken
        sure = [pair for pair in pairs if _is_optimizer(pair[1])]
        yield _finding(ctx, place, (sure or pairs)[0][1], bool(clears), is_sure=bool(sure))


def _kept(back: Event, steps: list[Event], clears: list[Event]) -> tuple[Event, Event] | None:
    """The step that follows the gradients of `back` in a loop that never clears them."""
    for step in steps:
        shared = _shared(back.loops, step.loops)
        if shared and step.place.module == back.place.module:
            if any(clear.loops[: len(shared)] == shared for clear in clears):
                return None
            return back, step
    return None


def _shared(one: tuple[Place, ...], other: tuple[Place, ...]) -> tuple[Place, ...]:
    count = 0
    while count < min(len(one), len(other)) and one[count] == other[count]:
        count += 1
    return one[:count]


def _is_optimizer(step: Event) -> bool:
    return step.value is not None and any(name.startswith(OPTIMIZER) for name in step.value.types)


def _finding(ctx: RuleContext, place: Place, step: Event, elsewhere: bool, *, is_sure: bool) -> Finding:
    doubt = None
    if not is_sure:
        doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, "what takes the step could not be seen", QUESTION, step.value)
    where = "are only cleared outside of this loop" if elsewhere else "are never cleared"
    return ctx.finding(
        place,
        f"`backward()` adds to the gradients of all batches before: they {where}, and each step follows the sum",
        related=(ctx.related(step.place, "the step is taken here"),),
        doubt=doubt,
    )


RULE = Rule(
    id="missing-zero-grad",
    title="Gradients add up from step to step because nothing clears them",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("train-step", "clears-gradients"),
    given=("train-step",),
    tags=("correctness", "training"),
    question=QUESTION,
    since="0.4.0",
    check=check,
)
