"""## What it finds
Rows that are split at random once for training and once more for evaluating, so that the two sides come from different
splits: the training side of one and the test side of the other share rows.

## Why it matters
Each split is clean in itself, yet a row that one of them puts on its test side is on the training side of the other
with the same chance as any row. With a test side of a fifth, four of five evaluated rows were trained on, and nothing
in the code looks wrong. A data pipeline that shuffles lazily does the same whenever it is read again.

## Bad
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
train, _ = train_test_split(df, random_state=0)
# ruleid: recomputed-random-split
_, test = train_test_split(df, random_state=1)
model = DecisionTreeClassifier().fit(train[["age"]], train["left"])
print(model.score(test[["age"]], test["left"]))
```

One function that splits, called by the one that trains and by the one that judges:
```python
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

X, y = load_digits(return_X_y=True)
data = TensorDataset(torch.tensor(X), torch.tensor(y))
model = nn.Linear(64, 10)


def train(optimizer):
    part, _ = random_split(data, [1500, 297])
    for x, label in DataLoader(part, batch_size=32):
        loss = nn.functional.cross_entropy(model(x), label)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def judge():
    # ruleid: recomputed-random-split
    _, part = random_split(data, [1500, 297])
    model.eval()
    right = 0
    for x, label in DataLoader(part):
        right += (model(x).argmax(dim=1) == label).sum().item()
    return right / len(part)


train(torch.optim.SGD(model.parameters(), lr=0.1))
print(judge())
```

`datasets` shuffles before it splits, and each call does so anew:
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

reviews = load_dataset("csv", data_files="reviews.csv", split="train")
train = reviews.train_test_split(test_size=0.2)["train"]
# ruleid: recomputed-random-split
test = reviews.train_test_split(test_size=0.2)["test"]
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
trainer = Trainer(model=model, train_dataset=train, eval_dataset=test)
trainer.train()
print(trainer.evaluate())
```

`shuffle` of `tf.data` draws a new order whenever the dataset is read, so `take` and `skip` get different ones:
```python
import tensorflow as tf
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(2000)
train = data.take(1500).batch(32)
# ruleid: recomputed-random-split
test = data.skip(1500).batch(32)
model = tf.keras.Sequential([tf.keras.layers.Dense(10)])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(train)
print(model.evaluate(test))
```

## Good
A split with the same seed is the same split:
```python
import torch
from sklearn.datasets import load_digits
from torch import nn
from torch.utils.data import DataLoader, TensorDataset, random_split

X, y = load_digits(return_X_y=True)
data = TensorDataset(torch.tensor(X), torch.tensor(y))
model = nn.Linear(64, 10)
# ok: recomputed-random-split
part, _ = random_split(data, [1500, 297], generator=torch.Generator().manual_seed(0))
for x, label in DataLoader(part, batch_size=32):
    nn.functional.cross_entropy(model(x), label).backward()
# ok: recomputed-random-split
_, held_out = random_split(data, [1500, 297], generator=torch.Generator().manual_seed(0))
with torch.no_grad():
    for x, label in DataLoader(held_out):
        print(nn.functional.cross_entropy(model(x), label).item())
```

A new split for a new model, and a part of the training side that is set aside, mix nothing:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
for seed in (0, 1, 2):
    # ok: recomputed-random-split
    train, test = train_test_split(df, random_state=seed)
    model = LogisticRegression().fit(train[["age"]], train["left"])
    print(model.score(test[["age"]], test["left"]))
# ok: recomputed-random-split
train, validation = train_test_split(train, random_state=7)
model = LogisticRegression().fit(train[["age"]], train["left"])
print(model.score(validation[["age"]], validation["left"]), model.score(test[["age"]], test["left"]))
```

Shuffled once and for all:
```python
import tensorflow as tf
from sklearn.datasets import load_digits

X, y = load_digits(return_X_y=True)
# ok: recomputed-random-split
data = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(2000, seed=1, reshuffle_each_iteration=False)
train, test = data.take(1500).batch(32), data.skip(1500).batch(32)
model = tf.keras.Sequential([tf.keras.layers.Dense(10)])
model.compile(loss="sparse_categorical_crossentropy")
model.fit(train)
print(model.evaluate(test))
```

## When it is fine
Never for an evaluation. In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Splits that two programs make of one file, one to train and one to evaluate a model that was saved in between.

## References
- TensorFlow, `tf.data.Dataset.shuffle`: `reshuffle_each_iteration` is true by default.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterator, Mapping

from analyzer.api import (
    Evaluation,
    Finding,
    Fit,
    Level,
    Place,
    Precision,
    Rows,
    Rule,
    RuleContext,
    Split,
    overlaps,
)

# How libraries divide rows at random; `take` and `skip` do where a stream is shuffled anew in every pass.
RANDOM = (
    "train_test_split",
    "random_split",
    "randomSplit",
    "take",
    "skip",
    "a random mask",
    "image_dataset_from_directory",
    "text_dataset_from_directory",
    "audio_dataset_from_directory",
)


def drawn(rows: Rows, splits: Mapping[int, Split]) -> list[Split]:
    """The random splits that `rows` are a side of, in the order in which they were narrowed."""
    found = [splits[part.site] for part in rows.path if part.site in splits]
    return [split for split in found if split.name.rpartition(".")[2] in RANDOM]


def crossed(fit: Fit, evaluation: Evaluation, splits: Mapping[int, Split]) -> tuple[Split, Split] | None:
    """Two splits of the same rows of which one gave the training side and the other the evaluated one."""
    for trained in sorted(fit.rows, key=repr):
        for judged in sorted(evaluation.rows, key=repr):
            if not overlaps([trained], [judged]):
                continue
            one, other = drawn(trained, splits), drawn(judged, splits)
            first = next((split for split in one if split not in other), None)
            second = next((split for split in other if split not in one), None)
            if first is not None and second is not None and overlaps(first.rows, second.rows):
                return first, second
    return None


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per split that divides rows once more than a pair can bear."""
    splits = ctx.splits()
    order = {site: number for number, site in enumerate(splits)}
    found: dict[Place, tuple[Split, list[tuple[Fit, Evaluation]]]] = {}
    for fit, evaluation in ctx.pairs():
        both = crossed(fit, evaluation, splits)
        if both is not None:
            earlier, later = sorted(both, key=lambda split: order[split.site])
            found.setdefault(later.place, (earlier, []))[1].append((fit, evaluation))
    for place, (earlier, pairs) in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        yield ctx.finding(
            place,
            "The rows are split at random once more here, so rows of the test side of one split are on the training "
            "side of the other",
            flow=ctx.proof(earlier.place, "the rows are split for the first time", pairs[0]),
            related=ctx.covered(pairs),
        )


RULE = Rule(
    id="recomputed-random-split",
    title="Rows are split at random again between training and evaluation",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.3.0",
    check=check,
)
