"""## What it finds
A model, a parameter or a set of features that is chosen by scores on the rows that the reported score is made on.

## Why it matters
The best of many scores on one test set is a score of luck too: the more candidates, the better the best of them looks.
The reported score is no longer one on unseen data, because these rows have decided which model is reported.

## Bad
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
best, best_k = 0, 1
for k in range(1, 30):
    model = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    # ruleid: tuning-on-test
    score = model.score(X_test, y_test)
    if score > best:
        best, best_k = score, k
print("best accuracy", best, "with", best_k)
```

The chosen one is trained again, and scored on the rows that have chosen it:
```python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["price"]), df["price"])
alphas = np.logspace(-3, 3, 20)
errors = []
for alpha in alphas:
    model = Ridge(alpha=alpha)
    model.fit(X_train, y_train)
    # ruleid: tuning-on-test
    errors.append(mean_squared_error(y_test, model.predict(X_test)))
best = Ridge(alpha=alphas[np.argmin(errors)]).fit(X_train, y_train)
print(mean_squared_error(y_test, best.predict(X_test)))
```

```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
results = {}
for name, model in {"forest": RandomForestClassifier(), "linear": LogisticRegression()}.items():
    model.fit(X_train, y_train)
    # ruleid: tuning-on-test
    results[name] = model.score(X_test, y_test)
winner = max(results, key=results.get)
print(f"{winner} reaches {results[winner]}")
```

## Good
Choose by cross-validation on the training side, or by rows of their own, and touch the test side once:
```python
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
search = GridSearchCV(KNeighborsClassifier(), {"n_neighbors": range(1, 30)}).fit(X_train, y_train)
# ok: tuning-on-test
print(search.score(X_test, y_test))
```

```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
best, best_model = 0, None
for k in range(1, 30):
    model = KNeighborsClassifier(n_neighbors=k).fit(X_train, y_train)
    # ok: tuning-on-test
    score = model.score(X_val, y_val)
    if score > best:
        best, best_model = score, model
print("validation", best, "test", best_model.score(X_test, y_test))
```

A table of all results leaves the choice to the reader:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
for model in [RandomForestClassifier(), LogisticRegression()]:
    model.fit(X_train, y_train)
    # ok: tuning-on-test
    print(type(model).__name__, model.score(X_test, y_test))
```

## When it is fine
A search over folds of all rows, of which some then judge the model, misleads little: it is a note. The rows are a
validation set whose scores nobody reports as the model's, because it is judged elsewhere on others. If some model is
judged on, or asked about, other rows in the same program, nothing is reported.

## What it cannot see
An evaluation of the chosen model by another program, and a choice that a person makes who looks at the scores: that is
asked about where a loop compares models with other parameters each time, and one like them is evaluated below.

## References
- Cawley and Talbot, "On over-fitting in model selection and subsequent selection bias in performance evaluation", 2010.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterator

from analyzer.api import (
    DoubtReason,
    Evaluation,
    Finding,
    Level,
    Place,
    Precision,
    Rule,
    RuleContext,
    Scored,
    among_models,
    chosen_by_hand,
    is_averaged,
    searched_over,
)

ONLY_TOLD = "the best score is told, and whether anything is chosen by it was not seen"
REPORTED = "Is the model with the best of these scores the one that is used, or its score the one that is reported?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per evaluation by which a model is chosen that is then judged on the same rows."""
    seeded = {seed.loop for seed in ctx.facts.seeds}
    found: set[Place] = set()
    for selection in ctx.selections("comparison", "extreme"):
        found_by = selection.candidates
        if not among_models(found_by) or any(each.loop in seeded for each in found_by):
            continue
        if selection.choice.kind == "extreme" and is_averaged(ctx.facts, found_by):
            continue  # the range of the scores is told beside their mean
        place = selection.first.place
        if place in found:
            continue
        found.add(place)
        only_told = selection.choice.kind == "extreme" and selection.final is None
        yield ctx.finding(
            place,
            "A model is chosen by its score on these rows, and its reported score is made on them too",
            flow=ctx.way(selection),
            related=ctx.picked(selection),
            doubt=ctx.doubt(DoubtReason.INTENT, ONLY_TOLD, REPORTED) if only_told else None,
        )
    yield from searched(ctx)
    for candidate, later in chosen_by_hand(ctx.facts):
        if candidate.score.place not in found and not ctx.is_test:
            yield by_hand(ctx, candidate.score, later)


def searched(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per search over rows on which a model with the parameters that it has found is then evaluated."""
    found: set[Place] = set()
    for number, each in enumerate(ctx.facts.evaluations):
        later = searched_over(ctx.facts, each, number) if each.kind == "search" and not ctx.is_test else None
        if later is not None and each.place not in found:
            found.add(each.place)
            doubt = None
            if (each.fit.place, later.fit.place) not in ctx.facts.informed:
                doubt = ctx.doubt(
                    DoubtReason.INTENT,
                    "whether the later model has the parameters that the search has found was not seen",
                    "Were parameters of the later model chosen by this search?",
                )
            yield ctx.finding(
                each.place,
                "The search looks at rows that a model with the parameters it finds is evaluated on",
                doubt=doubt,
                level=Level.NOTE,
                flow=ctx.proof(each.place, "parameters are chosen by all of these rows", (later.fit, later)),
                related=ctx.covered([(later.fit, later)]),
            )


def by_hand(ctx: RuleContext, score: Scored, later: Evaluation) -> Finding:
    """The question whether whoever wrote a model has chosen its parameters by the scores above it."""
    return ctx.finding(
        score.place,
        "Models are compared on rows on which one like them is evaluated below, with parameters that are written there",
        level=Level.NOTE,
        related=ctx.covered([(score.fit, later), (later.fit, later)]),
        doubt=ctx.doubt(
            DoubtReason.INTENT,
            "who chose the parameters of the later model, and by what, does not stand in the code",
            "Were the parameters of the later model chosen by the scores that are computed in this loop?",
        ),
    )


RULE = Rule(
    id="tuning-on-test",
    title="A model is chosen by the rows that it is reported on",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric"),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
