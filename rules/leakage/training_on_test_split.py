"""## What it finds
The test split of a data set that comes divided, given to a training: `ds["test"]` as `train_dataset`, a model that is
trained on `split="train+test"` or on `MNIST(train=False)`.

## Why it matters
Everybody measures on that split. A model that was trained on it has seen the answers, and every number that is later
reported on it, here or by those who use the model, is worth nothing; nobody can tell from the model that it is so.

## Bad
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

reviews = load_dataset("imdb")
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
# ruleid: training-on-test-split
trainer = Trainer(model=model, train_dataset=reviews["test"], eval_dataset=reviews["test"].select(range(1000)))
trainer.train()
```

The test split is added to the training rows:
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

everything = load_dataset("ag_news", split="train+test")
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
# ruleid: training-on-test-split
trainer = Trainer(model=model, train_dataset=everything)
trainer.train()
```

```python
import torch
from torch import nn
from torch.utils.data import ConcatDataset, DataLoader
from torchvision import datasets

both = ConcatDataset([datasets.MNIST("data", train=True), datasets.MNIST("data", train=False)])
model = nn.Sequential(nn.Flatten(), nn.Linear(784, 10))
optimizer = torch.optim.Adam(model.parameters())
for x, y in DataLoader(both, batch_size=64, shuffle=True):
    loss = nn.functional.cross_entropy(model(x), y)
    optimizer.zero_grad()
    # ruleid: training-on-test-split
    loss.backward()
    optimizer.step()
```

## Good
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

reviews = load_dataset("imdb")
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
# ok: training-on-test-split
trainer = Trainer(model=model, train_dataset=reviews["train"], eval_dataset=reviews["test"])
trainer.train()
print(trainer.evaluate())
```

A split of one's own, or files of one's own that are called so, are no benchmark:
```python
from datasets import load_dataset
from sklearn.linear_model import LogisticRegression
from transformers import AutoModelForSequenceClassification, Trainer

tweets = load_dataset("csv", data_files="tweets.csv", split="train").train_test_split(test_size=0.2, seed=1)
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
# ok: training-on-test-split
trainer = Trainer(model=model, train_dataset=tweets["train"], eval_dataset=tweets["test"])
trainer.train()
questions = load_dataset("truthful_qa", "generation", split="test").train_test_split(test_size=0.5, seed=1)
# ok: training-on-test-split
other = Trainer(model=model, train_dataset=questions["train"], eval_dataset=questions["test"])
```

## When it is fine
The data set has no other split, or the test split only stands in because it is small and the model is thrown away. If
no score on these rows is in sight, the finding therefore asks. In the functions of a test module nothing is reported.

## What it cannot see
Test rows in the data that a model was trained on before it was loaded, and data sets whose split is not spelt out.

## References
- Hugging Face, `datasets.load_dataset`: what `split` takes.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterable, Iterator

from analyzer.api import (
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Place,
    Precision,
    Rows,
    Rule,
    RuleContext,
    overlaps,
)

MODELS = ("model", "search", "")
HALVES = ("training", "fold-train")  # sides that Keras makes of whatever it is given, and folds


def of_test_split(ctx: RuleContext, rows: Iterable[Rows]) -> frozenset[Rows]:
    """Those of `rows` that are of the test split of a data set that comes divided, and are not divided here again."""
    splits = ctx.splits()
    return frozenset(
        row
        for row in rows
        if not any(part.site in splits or part.side in HALVES for part in row.path)
        and (row.root.endswith(" test") or any(part.side == "test" for part in row.path))
    )


def trainings(ctx: RuleContext) -> Iterator[tuple[Place, frozenset[Rows]]]:
    """Where a model gets the rows that it is trained on, and which; a trainer gets them when it is made."""
    held: set[frozenset[Rows]] = set()
    for call in ctx.calls("training-set"):
        given = call.args.get("train_dataset")
        if given is not None and given.rows:
            held.add(given.rows)
            yield call.place, given.rows
    for fit in ctx.facts.fits:
        if fit.how in MODELS and fit.rows not in held:
            yield fit.place, fit.rows


def doubt_of(ctx: RuleContext, rows: frozenset[Rows]) -> Doubt | None:
    """Whether it matters depends on whether anybody measures on these rows: no doubt if it is done here."""
    if any(overlaps(evaluation.rows, rows) for _, evaluation in ctx.pairs()):
        return None
    return ctx.doubt(
        DoubtReason.INTENT,
        "whether a score on this split is reported for the model was not seen",
        "Is this model, or one that is made from it, measured on the test split of this data set?",
    )


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per place at which a model gets rows of a test split to be trained on."""
    found: dict[Place, frozenset[Rows]] = {}
    if ctx.is_test:
        return
    for place, rows in trainings(ctx):
        taken = of_test_split(ctx, rows)
        if taken:
            found[place] = found.get(place, frozenset()) | taken
    for place, taken in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        judged = [pair for pair in ctx.pairs() if overlaps(pair[1].rows, taken)]
        yield ctx.finding(
            place,
            "The model gets the test split of its data set to be trained on here, so no score on that split says "
            "anything of new rows",
            flow=ctx.proof(place, "the test split is trained on", judged[0]) if judged else (),
            related=ctx.covered(judged),
            doubt=doubt_of(ctx, taken),
        )


RULE = Rule(
    id="training-on-test-split",
    title="A model is trained on the test split of a data set that comes divided",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric", "training-set"),
    given=("evaluate", "metric", "predict", "training-set"),
    tags=("overlap-leakage",),
    since="0.3.0",
    check=check,
)
