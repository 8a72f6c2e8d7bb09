"""## What it finds
A model all of whose evaluations are made on rows that it was trained on.

## Why it matters
Such a score says how well the model remembers, not how well it will do. A decision tree or a nearest-neighbour model
reaches a perfect score on its training rows whatever they mean.

## Bad
```python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
model = DecisionTreeClassifier()
# ruleid: evaluation-on-training-rows
model.fit(X, y)
print(accuracy_score(y, model.predict(X)))
```

The test side is a part of what was trained on:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
# ruleid: evaluation-on-training-rows
model = KNeighborsClassifier().fit(X, y)
print(model.score(X_test, y_test))
```

The sides overlap:
```python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv")
train, test = df[:1000], df[900:]
# ruleid: evaluation-on-training-rows
model = Ridge().fit(train[["size"]], train["sales"])
print(model.score(test[["size"]], test["sales"]))
```

## Good
The score on the training rows is read beside one on other rows:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
# ok: evaluation-on-training-rows
model = DecisionTreeClassifier().fit(X_train, y_train)
print(model.score(X_train, y_train), model.score(X_test, y_test))
```

Predictions for rows without labels evaluate nothing:
```python
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
# ok: evaluation-on-training-rows
model = DecisionTreeClassifier().fit(train.drop(columns=["left"]), train["left"])
test["left"] = model.predict(test)
test.to_csv("submission.csv")
```

## When it is fine
The score is meant to show what the model can express at all, and is said to be one on training rows.
In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Whether two files that are read under different names hold the same rows.

## References
- scikit-learn, "Cross-validation: evaluating estimator performance".
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterable, Iterator

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

Training = tuple[Place, str, frozenset[Rows]]


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per training whose every evaluation is on rows that it was trained on."""
    judged: dict[Training, list[tuple[Fit, Evaluation]]] = {}
    crossed: list[Fit] = []
    for fit, evaluation in ctx.pairs():
        if evaluation.in_folds:
            crossed.append(fit)
        else:
            judged.setdefault(training(fit), []).append((fit, evaluation))
    for pairs in judged.values():
        first = pairs[0][0]
        if not all(contains(fit.rows, each.rows) or shared(fit, each) for fit, each in pairs):
            continue
        if not contains(first.rows, pairs[0][1].rows) and of_named_split(ctx, first.rows):
            continue  # slices of a split that comes with the data set are `overlapping-split-slices`
        if any(each.estimator == first.estimator and overlaps(each.rows, first.rows) for each in crossed):
            continue  # a score on the training rows beside a cross-validation
        if first.estimator.startswith("sklearn.") and first.estimator.endswith("CV"):
            continue  # `LassoCV` and the like score themselves on folds while they are trained
        if any(is_twin(first, fit, each) for fit, each in ctx.pairs()):
            continue  # it is trained once more, and then judged on other rows
        yield ctx.finding(
            first.place,
            "The model is only evaluated on rows that it is trained on here, so the scores say nothing of new rows",
            flow=ctx.proof(first.place, "the model is trained on these rows", pairs[0]),
            related=ctx.covered((*pairs, *answers_of(ctx, first))),
            doubt=doubt_of(ctx, first),
        )


def training(fit: Fit) -> Training:
    """What makes two trainings one: in a loop it is seen several times, with more known of its features each time."""
    return fit.place, fit.estimator, fit.rows


def is_twin(first: Fit, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether a model of the same class that was trained on the same rows is judged on rows apart from them."""
    same = fit.place != first.place and fit.estimator == first.estimator != "" and fit.rows == first.rows
    return same and not evaluation.in_folds and not overlaps(evaluation.rows, fit.rows)


def shared(fit: Fit, evaluation: Evaluation) -> bool:
    """Whether slices by number of one dataset overlap, as `df[:1000]` and `df[900:]` do."""
    pairs = [(a, b) for a in fit.rows for b in evaluation.rows if overlaps([a], [b])]
    apart = [{*a.path} ^ {*b.path} for a, b in pairs if all(part.site for part in (*a.path, *b.path))]
    return len(apart) == len(pairs) > 0 and all(
        parts and all(":" in part.side and "?" not in part.side for part in parts) for parts in apart
    )


def of_named_split(ctx: RuleContext, rows: Iterable[Rows]) -> bool:
    """Whether `rows` are of a side of a data set that comes divided, such as `load_dataset("imdb")["train"]`."""
    splits = ctx.splits()
    return any(
        part.side in ("train", "test", "validation") and part.site not in splits for r in rows for part in r.path
    )


def answers_of(ctx: RuleContext, fit: Fit) -> list[tuple[Fit, Evaluation]]:
    """Predictions for rows that the model was trained on."""
    same = [(each, answer) for each, answer in ctx.answers() if training(each) == training(fit)]
    return [(each, answer) for each, answer in same if contains(each.rows, answer.rows) or shared(each, answer)]


def doubt_of(ctx: RuleContext, fit: Fit) -> Doubt | None:
    """A model that also predicts other rows may be judged on them elsewhere."""
    asked = sum(training(each) == training(fit) for each, _ in ctx.answers())
    if asked == len(answers_of(ctx, fit)):
        return None
    return ctx.doubt(
        DoubtReason.OUTSIDE_PROJECT,
        "the model also predicts other rows, and whether those predictions are judged was not seen",
        "Is the score on the training rows the only evaluation of this model?",
    )


RULE = Rule(
    id="evaluation-on-training-rows",
    title="A model is only evaluated on rows that it was trained on",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.1.0",
    check=check,
)
