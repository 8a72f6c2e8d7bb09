"""## What it finds
An assignment that was meant to switch gradients on or off and that nothing reads: to a misspelt `requires_grad`
(`parameter.require_grad = False`), or to `requires_grad` of a whole module, which is no switch there.

## Why it matters
Python accepts any attribute. The parameters that were to be frozen are trained, or those that were to be trained stay
frozen, and nothing says so.

## Bad
```python
import torch
from torch import nn

model = nn.Sequential(nn.Linear(4, 8), nn.Linear(8, 1))
for parameter in model.parameters():
    # ruleid: mistyped-requires-grad
    parameter.require_grad = False

x = torch.zeros(3)
# ruleid: mistyped-requires-grad
x.requires_grads = True
```

```python
from torch import nn


class Head(nn.Module):
    def __init__(self):
        super().__init__()
        self.body = nn.Linear(4, 4)
        # ruleid: mistyped-requires-grad
        self.body.requires_grad = False
```

## Good
```python
import torch
from torch import nn

model = nn.Linear(4, 8)
for parameter in model.parameters():
    # ok: mistyped-requires-grad
    parameter.requires_grad = False
# ok: mistyped-requires-grad
model.requires_grad_(False)
# ok: mistyped-requires-grad
require_grad = False


class Settings:
    def __init__(self):
        # ok: mistyped-requires-grad
        self.require_grad = True
```

## When it is fine
If code of your own reads the attribute.

## What it cannot see
Names that are mistyped in another way than the usual ones, and modules that come in as parameters.

## References
- PyTorch documentation, `torch.Tensor.requires_grad` and `torch.nn.Module.requires_grad_`.
- TorchFix TOR002.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Every assignment to an attribute that was to be the switch for gradients and is none."""
    seen = set()
    for event in ctx.events("misspelt"):
        if event.place in seen:
            continue
        seen.add(event.place)
        if event.name == "requires_grad":
            text = "`requires_grad` of a module is no switch: its parameters keep theirs, `requires_grad_()` sets them"
        elif event.name == "requires_grad_":
            text = "`requires_grad_` is a method: the assignment replaces it and leaves the gradients as they are"
        else:
            text = f"`{event.name}` is read by nobody: the switch for gradients is called `requires_grad`"
        yield ctx.finding(event.place, text)


RULE = Rule(
    id="mistyped-requires-grad",
    title="An assignment is meant to switch gradients and has no effect",
    level=Level.ERROR,
    precision=Precision.VERY_HIGH,
    reads=("gradient-switch",),
    tags=("correctness", "training"),
    cwe=(1025,),
    since="0.4.0",
    reach=0,
    check=check,
)
