"""## What it finds
A loop that judges a network (it was switched to evaluation) and gathers its answers or losses, while gradients are
kept: neither `torch.no_grad()` is around it, nor is what is gathered let go by `.item()` or `.detach()`.

## Why it matters
Everything that a step back would need is kept for each batch until the loop is over. Memory grows with every batch, and
a validation set that is large enough ends the training.

## Bad
```python
import torch
from torch import nn


def judge(loader):
    net = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Linear(32, 2))
    net.eval()
    total, answers = 0, []
    for x, y in loader:
        # ruleid: missing-no-grad
        out = net(x)
        total += nn.functional.cross_entropy(out, y)
        answers.append(out)
    return total, torch.cat(answers)
```

## Good
```python
import torch
from torch import nn


def judge(loader):
    net = nn.Sequential(nn.Linear(8, 32), nn.ReLU(), nn.Linear(32, 2))
    net.eval()
    total = 0
    with torch.no_grad():
        for x, y in loader:
            # ok: missing-no-grad
            total += nn.functional.cross_entropy(net(x), y)
    for x, y in loader:
        # ok: missing-no-grad
        total += nn.functional.cross_entropy(net(x), y).item()
    return total
```

## When it is fine
If the gradients are wanted: for adversarial examples, saliency maps and the like.

## What it cannot see
Networks that come in as parameters, and answers that are kept in other ways than by `+=` and `append`.

## References
- PyTorch documentation, "Frequently Asked Questions": "Don't accumulate history across your training loop".
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Answers of networks in evaluation that are gathered with all that made them."""
    gathered = {each.place for each in ctx.events("gathered")}
    backs = {each.function for each in ctx.events("backward")}
    seen: set[Place] = set()
    for each in ctx.asked():
        plain = each.judging and not each.frozen and each.loops and each.function not in backs
        if each.place in gathered and plain and each.place not in seen and not ctx.is_test:
            seen.add(each.place)
            yield ctx.finding(
                each.place,
                "memory grows with every batch: the answers are gathered with all that a step back would need",
            )


RULE = Rule(
    id="missing-no-grad",
    title="A network is judged with gradients, and the answers are gathered",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("gathered", "model-input", "held-out", "train-step"),
    given=("model-input",),
    tags=("resources", "evaluation"),
    cwe=(401,),
    since="0.4.0",
    check=check,
)
