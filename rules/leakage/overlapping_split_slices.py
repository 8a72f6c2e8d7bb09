"""## What it finds
Two slices of one split of a data set that share rows, `"train[:90%]"` and `"train[80%:]"`, where the one is trained on
and the other is evaluated.

## Why it matters
The bounds of the two slices are typed in by hand, in two places, and only together are they right. Rows that are in
both are remembered by the model, so the score on them is too good, by as much as the slices have in common.

## Bad
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

train = load_dataset("imdb", split="train[:90%]")
# ruleid: overlapping-split-slices
validation = load_dataset("imdb", split="train[80%:]")
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
trainer = Trainer(model=model, train_dataset=train, eval_dataset=validation)
trainer.train()
print(trainer.evaluate())
```

```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

reviews = load_dataset("yelp_polarity")
train = reviews["train"].select(range(0, 10_000))
# ruleid: overlapping-split-slices
validation = reviews["train"].select(range(9_000, 12_000))
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
trainer = Trainer(model=model, train_dataset=train, eval_dataset=validation)
trainer.train()
print(trainer.evaluate())
```

Where no training is in sight, slices that overlap by a part are asked about:
```python
from datasets import load_dataset


def load(tokenizer):
    # ruleid: overlapping-split-slices
    parts = load_dataset("glue", "sst2", split=["train[:80%]", "train[75%:]"])
    return [part.map(tokenizer) for part in parts]
```

## Good
```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer

train = load_dataset("imdb", split="train[:90%]")
# ok: overlapping-split-slices
validation = load_dataset("imdb", split="train[90%:]")
# ok: overlapping-split-slices
test = load_dataset("imdb", split="test[:10%]")
model = AutoModelForSequenceClassification.from_pretrained("distilbert-base-uncased")
trainer = Trainer(model=model, train_dataset=train, eval_dataset=validation)
trainer.train()
print(trainer.evaluate(), trainer.evaluate(test))
```

A small slice to try things out with, and the same slice twice, are no sides:
```python
from datasets import load_dataset

few = load_dataset("imdb", split="train[:1%]")
# ok: overlapping-split-slices
many = load_dataset("imdb", split="train[:90%]")
# ok: overlapping-split-slices
again = load_dataset("imdb", split="train[:90%]")
```

## When it is fine
Both slices go into one training, or the slices are looked at and nothing more.

## What it cannot see
Slices whose bounds are computed, and slices of files that are read by other libraries.

## References
- Hugging Face, "Slice splits": the syntax of `split`.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.4).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from analyzer.api import (
    Doubt,
    DoubtReason,
    Evaluation,
    Finding,
    Fit,
    Level,
    Place,
    Precision,
    Rows,
    Rule,
    RuleContext,
    contains,
    overlaps,
)

Pair = tuple[Fit, Evaluation]


@dataclass(frozen=True, slots=True)
class Slice:
    """A slice of a split, made at `place`: rows `low` to `high` of `rows`, which end in the slice."""

    place: Place
    rows: Rows
    low: float
    high: float


def slice_of(place: Place, rows: Rows) -> Slice | None:
    """`rows` as a slice with known bounds, or None if they are none."""
    if not rows.path or ":" not in rows.path[-1].side:
        return None
    low, _, high = rows.path[-1].side.partition(":")
    try:
        return Slice(place, rows, float(low or 0), float(high or "inf"))
    except ValueError:
        return None


def slices(ctx: RuleContext) -> list[Slice]:
    """The slices that calls make, in order; each one where it is first made."""
    found: dict[Rows, Slice] = {}
    for call in ctx.calls("split-slice"):
        for value in call.result.elements or (call.result,):
            for rows in sorted(value.rows, key=repr):
                made = slice_of(call.place, rows)
                if made is not None:
                    found.setdefault(rows, made)
    return list(found.values())


def share(one: Slice, other: Slice) -> bool:
    """Whether two slices of the same rows, counted from the same end, have rows in common without being the same."""
    same = one.rows.root == other.rows.root and one.rows.path[:-1] == other.rows.path[:-1]
    alike = one.rows.path[-1].site == other.rows.path[-1].site and one.rows != other.rows
    from_start = min(one.low, one.high, other.low, other.high) >= 0
    return same and alike and from_start and max(one.low, other.low) < min(one.high, other.high)


def crossing(pairs: Iterable[Pair], one: Slice, other: Slice) -> list[Pair]:
    """The pairs of which one slice is trained on and the other is evaluated."""
    sides = ((one.rows, other.rows), (other.rows, one.rows))
    return [
        (fit, evaluation)
        for fit, evaluation in pairs
        if any(within(fit.rows, a) and within(evaluation.rows, b) for a, b in sides)
    ]


def within(rows: frozenset[Rows], piece: Rows) -> bool:
    """Whether some of `rows` are of the slice `piece`."""
    return any(contains([piece], [row]) for row in rows)


def doubt_of(ctx: RuleContext) -> Doubt:
    """Without a training in sight it is not known what the slices are for."""
    return ctx.doubt(
        DoubtReason.INTENT,
        "whether the one slice is trained on and the other is evaluated was not seen",
        "Is a model trained on one of the two slices and evaluated on the other?",
    )


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per later slice that shares rows with an earlier one of the other side."""
    made, pairs, done = slices(ctx), list(ctx.pairs()), set()
    for number, later in enumerate(made):
        for earlier in made[:number]:
            if not share(earlier, later) or later.place in done:
                continue
            both = crossing(pairs, earlier, later)
            nested = earlier.low <= later.low <= later.high <= earlier.high
            nested = nested or later.low <= earlier.low <= earlier.high <= later.high
            known = any(overlaps(fit.rows, [each.rows]) for fit, _ in pairs for each in (earlier, later))
            if not both and (nested or known or ctx.is_test):
                continue
            done.add(later.place)
            yield ctx.finding(
                later.place,
                "This slice shares rows with the one that is made before it, so rows that are trained on are "
                "evaluated, too",
                flow=ctx.proof(earlier.place, "the other slice is made", both[0]) if both else (),
                related=(ctx.related(earlier.place, "the other slice is made here"), *ctx.covered(both)),
                doubt=None if both else doubt_of(ctx),
            )


RULE = Rule(
    id="overlapping-split-slices",
    title="Two slices of one split share rows",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric", "split-slice"),
    given=("split-slice",),
    tags=("overlap-leakage",),
    since="0.3.0",
    check=check,
)
