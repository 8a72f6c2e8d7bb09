"""## What it finds
A call that changes nothing and whose result is not used: `frame.dropna()`, `frame.fillna(0)`, `np.append(a, b)`,
`batch.to(device)` on a line of their own, `scaler.transform(X)`. `subprocess.call` gives the exit code of a program:
it is a note where that is not looked at.

## Why it matters
pandas, NumPy and PyTorch give a changed copy back and leave the original as it is. The gaps are still there, the
column is still a text, the batch is still on the other device, and the model is trained on that.

## Bad
```python
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

frame = pd.read_csv("customers.csv")
# ruleid: ignored-result
frame.dropna()
# ruleid: ignored-result
frame["age"].fillna(frame["age"].median())
# ruleid: ignored-result
frame.drop(columns=["id"])
scores = np.zeros(3)
# ruleid: ignored-result
np.append(scores, 1.0)
model = LogisticRegression().fit(frame[["age"]], frame["left"])
```

```python
import torch
from torch.utils.data import DataLoader


def train(model, dataset, device):
    for x, y in DataLoader(dataset):
        # ruleid: ignored-result
        x.to(device)
        model(x)
```

```python
import subprocess

# ruleid: ignored-result
subprocess.call(["wget", "https://data.example.com/rows.csv"])
```

## Good
```python
import pandas as pd
from torch import nn

frame = pd.read_csv("customers.csv")
# ok: ignored-result
frame = frame.dropna()
# ok: ignored-result
frame.fillna(0, inplace=True)
# ok: ignored-result
frame.drop(columns=["id"], **{"inplace": True})
model = nn.Linear(3, 1)
# ok: ignored-result
model.to("cuda")
names = []
# ok: ignored-result
names.append("age")
try:
    # ok: ignored-result
    frame["age"].astype(int)
except ValueError:
    print("not all ages are numbers")
```

What it is called on must be known:

```python
def clean(table):
    # ok: ignored-result
    table.dropna()
    # ok: ignored-result
    return table.drop("id")
```

```python
import subprocess

# ok: ignored-result
subprocess.check_call(["make", "data"])
# ok: ignored-result
failed = subprocess.call(["make", "data"])
```

## When it is fine
At the end of a cell of a notebook, where the result is shown: that is not reported, and neither are the statements of a
module in which others stand there to be looked at.

## What it cannot see
Objects whose class is not known, and results that are given a name and then forgotten.

## References
- pandas documentation, `DataFrame.dropna`: "returns a new DataFrame"; PyTorch documentation, `torch.Tensor.to`.
- CWE-252: Unchecked Return Value.
"""

from collections.abc import Iterator

from analyzer.api import Event, Finding, Level, Place, Precision, Rule, RuleContext

EXIT_CODE = "subprocess.call"
BETWEEN_CELLS = 12  # bytes: as much as nbconvert's `# In[1]:` and the empty lines around it take at the least


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls whose result is all that they do, and that stand alone."""
    seen: set[Place] = set()
    for event in ctx.events("ignored"):
        if event.place in seen or ctx.is_test or _is_shown(ctx, event):
            continue
        seen.add(event.place)
        if event.name == EXIT_CODE:
            text = f"`{event.name}` fails without a word: the exit code of the program is not looked at"
            yield ctx.finding(event.place, text, level=Level.NOTE)
        else:
            text = f"`{event.name}` changes nothing: it gives a new object back, which is not used"
            yield ctx.finding(event.place, text)


def _is_shown(ctx: RuleContext, event: Event) -> bool:
    """Whether a notebook shows the result: of the last statement of a cell."""
    cell = ctx.locate(event.place).cell
    if event.next == 0:
        return False
    if cell is None:  # it may have been a notebook that was written out, with a comment where a cell began
        return ctx.is_explored(event.place) and event.next - event.place.end > BETWEEN_CELLS
    following = Place(event.place.module, event.next, event.next + 1)
    return event.next < 0 or ctx.locate(following).cell != cell


RULE = Rule(
    id="ignored-result",
    title="A call changes nothing and its result is not used",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("ignored-result", "read.table", "exit-code"),
    tags=("correctness", "data"),
    cwe=(252,),
    since="0.4.0",
    reach=0,
    check=check,
)
