"""## What it finds
The best score of a search over hyperparameters (`best_score_`) that is shown as the only score of the model.

## Why it matters
The best of many cross-validated scores is chosen because it is the highest, so it is higher than what the model will
reach: by little for a small grid on many rows, by more for many candidates on few.

## Bad
```python
import pandas as pd
from sklearn.model_selection import GridSearchCV
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10], "gamma": [0.01, 0.1, 1]}, cv=5)
search.fit(df.drop(columns=["left"]), df["left"])
# ruleid: best-score-reported
print("accuracy of the model:", search.best_score_)
```

## Good
Beside a score on rows that the search has not seen, it is a step on the way:
```python
import pandas as pd
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=5).fit(X_train, y_train)
# ok: best-score-reported
print("cross-validation:", search.best_score_, "test:", search.score(X_test, y_test))
```

Nested cross-validation judges the search itself:
```python
import pandas as pd
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
search = GridSearchCV(SVC(), {"C": [0.1, 1, 10]}, cv=5)
print(cross_val_score(search, X, y).mean())
search.fit(X, y)
# ok: best-score-reported
print(search.best_params_, search.best_score_)
```

## When it is fine
The score is used to compare searches, or the model is judged on other rows later.
If the search is asked about other rows in the same program, nothing is reported: they are judged somewhere.

## What it cannot see
An evaluation of the chosen model by another program.

## References
- Cawley and Talbot, "On over-fitting in model selection and subsequent selection bias in performance evaluation", 2010.
- scikit-learn, "Nested versus non-nested cross-validation".
"""

from collections.abc import Iterator

from analyzer.api import (
    Choice,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Rule,
    RuleContext,
    Scored,
    judged_on_others,
    overlaps,
)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per place where the best score of a search is read that is shown and is the only estimate."""
    shown = {told.score.place for told in ctx.facts.told}
    for choice in ctx.choices("search"):
        alone = [score for score in choice.scores if score.place in shown and is_alone(ctx, choice, score)]
        if alone:
            yield ctx.finding(
                choice.place,
                "The best score of a search is the only one that is shown, and it was chosen for being high",
                related=[ctx.related(score.fit.place, "the search is made here") for score in alone],
                doubt=doubt_of(ctx, alone),
            )


def doubt_of(ctx: RuleContext, scores: list[Scored]) -> Doubt | None:
    """The best estimator that is taken out of a search may be judged where that is not seen."""
    if ctx.facts.handed_on.isdisjoint(("best_estimator_", score.fit.place) for score in scores):
        return None
    return ctx.doubt(
        DoubtReason.OUTSIDE_PROJECT,
        "the best estimator is taken out of the search, and what is done with it was not all seen",
        "Is the best score of the search the only score that is reported of this model?",
    )


def is_alone(ctx: RuleContext, choice: Choice, score: Scored) -> bool:
    """Whether no other judgement is made of the search, of what it has chosen, or on rows that it has not seen."""
    if judged_on_others(ctx.facts, score.rows, score.fit.rows):
        return False
    for fit, each in (*ctx.pairs(), *ctx.answers()):
        if each.kind == "search":
            continue
        if fit.place == score.fit.place and not (each.kind == "prediction" and overlaps(each.rows, score.rows)):
            return False
        if each.kind == "cross-validation" and overlaps(each.rows, score.rows):
            return False
    return True


RULE = Rule(
    id="best-score-reported",
    title="The best score of a search is shown as the score of the model",
    level=Level.NOTE,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate",),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
