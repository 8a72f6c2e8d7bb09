"""## What it finds
A dataset of PyTorch that draws random numbers in `__getitem__` which are the same in every worker of a loader: from a
generator that `__init__` has made, of which each worker has a copy, or, before PyTorch 1.9, from `numpy.random`.

## Why it matters
With four workers, four samples in a row are cropped, turned and dropped in the same way, and with generators that are
kept it is the same again in each epoch. There is less augmentation than it seems, and no message.

## Bad
```python
import numpy as np
from torch.utils.data import DataLoader, Dataset


class Noisy(Dataset):
    def __init__(self, rows):
        self.rows = rows
        self.rng = np.random.default_rng(0)

    def __getitem__(self, index):
        # ruleid: worker-shared-numpy-seed
        return self.rows[index] + self.rng.normal()

    def __len__(self):
        return len(self.rows)


def batches(rows):
    return DataLoader(Noisy(rows), batch_size=8, num_workers=4)
```

```python
# file: requirements.txt
torch==1.8.1

# file: data.py
import numpy as np
from torch.utils.data import DataLoader, Dataset


class Noisy(Dataset):
    def __init__(self, rows):
        self.rows = rows

    def __getitem__(self, index):
        return self.turned(self.rows[index])

    def turned(self, row):
        # ruleid: worker-shared-numpy-seed
        return row[::-1] if np.random.rand() < 0.5 else row


def batches(rows):
    return DataLoader(Noisy(rows), batch_size=8, num_workers=4)
```

## Good
```python
# file: requirements.txt
torch==2.4.0

# file: data.py
import numpy as np
import torch
from torch.utils.data import DataLoader, Dataset


class Noisy(Dataset):
    def __init__(self, rows):
        self.rows = rows
        # ok: worker-shared-numpy-seed
        self.first = np.random.rand()

    def __getitem__(self, index):
        # ok: worker-shared-numpy-seed
        noise = np.random.normal()
        # ok: worker-shared-numpy-seed
        return self.rows[index] + noise + torch.rand(1)


def batches(rows):
    return DataLoader(Noisy(rows), batch_size=8, num_workers=4)
```

```python
import numpy as np
from torch.utils.data import DataLoader, Dataset


class Noisy(Dataset):
    def __init__(self, rows):
        self.rows = rows
        self.rng = np.random.default_rng(0)

    def __getitem__(self, index):
        # ok: worker-shared-numpy-seed
        return self.rows[index] + self.rng.normal()


def batches(rows):
    return DataLoader(Noisy(rows), batch_size=8)
```

## When it is fine
With one worker, or if a `worker_init_fn` sets the seeds.

## What it cannot see
Functions of other modules that draw for the dataset, and transforms that keep generators.

## References
- PyTorch pull request 56488, "Add Numpy seeding to worker of DataLoader" (1.9), and its
  `torch/utils/data/_utils/worker.py`.
- Trail of Bits, numpy-in-pytorch-datasets.
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Precision, Rule, RuleContext

QUESTION = "Is a version of torch before 1.9 used, in which workers do not set the seed of numpy?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Draws in datasets that all workers make alike."""
    seen = set()
    for event in ctx.events("shared-seed"):
        if event.place in seen or ctx.is_test:
            continue
        seen.add(event.place)
        if event.name.startswith("self."):
            text = f"every worker draws the same numbers: each has a copy of `{event.name}` with the same state"
            yield ctx.finding(event.place, text)
            continue
        recent = ctx.at_least("torch", "1.9")
        if recent is True:
            continue
        doubt = None
        if recent is None:
            doubt = ctx.doubt(DoubtReason.VERSION_UNKNOWN, "the version of torch could not be seen", QUESTION)
        text = f"every worker draws the same numbers with `{event.name}`: before torch 1.9 none sets numpy's seed"
        yield ctx.finding(event.place, text, doubt=doubt)


RULE = Rule(
    id="worker-shared-numpy-seed",
    title="All workers of a loader draw the same random numbers",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("worker-seed",),
    tags=("correctness", "training"),
    cwe=(335,),
    question=QUESTION,
    since="0.4.0",
    reach=0,
    check=check,
)
