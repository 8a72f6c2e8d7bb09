"""## What it finds
A statistic that is computed over training and evaluation rows after the two were joined, where the model is then
trained on the one part and evaluated, with labels, on the other.

## Why it matters
The rows that are to be unseen have shaped the features. The reported score is too good, by little for a scaler on many
rows, by a lot for statistics that use the target. A file without labels that is only predicted for a competition makes
no score too good, so nothing is said of it; if the training rows are divided once more for an evaluation, that is what
fit-before-split reports. Plain encodings are notes, scalers and fill values warnings, what looks at the target errors.

## Bad
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
everything = pd.concat([train, test])
# ruleid: fit-on-train-and-test
features = StandardScaler().fit_transform(everything[["age", "visits"]])
model = LogisticRegression().fit(features[: len(train)], train["left"])
print(model.score(features[len(train) :], test["left"]))
```

The sides of a split are joined again, to fill their gaps alike:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df[["age", "visits"]], df["left"])
# ruleid: fit-on-train-and-test
means = pd.concat([X_train, X_test]).mean()
model = RandomForestClassifier().fit(X_train.fillna(means), y_train)
print(model.score(X_test.fillna(means), y_test))
```

A column says which row came from where:
```python
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.naive_bayes import MultinomialNB
from sklearn.feature_extraction.text import TfidfVectorizer

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
train["part"], test["part"] = "train", "test"
both = pd.concat([train, test], ignore_index=True)
# ruleid: fit-on-train-and-test
words = TfidfVectorizer().fit(both["text"])
known, asked = both[both["part"] == "train"], both[both["part"] == "test"]
model = MultinomialNB().fit(words.transform(known["text"]), known["spam"])
print(roc_auc_score(asked["spam"], model.predict_proba(words.transform(asked["text"]))[:, 1]))
```

If the other part is only predicted, it is asked once, for all such statistics of a module, whether it has labels:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
labels = train.pop("left")
everything = pd.concat([train, test])
# ruleid: fit-on-train-and-test
features = StandardScaler().fit_transform(everything)
model = LogisticRegression().fit(features[: len(train)], labels)
pd.DataFrame({"left": model.predict(features[len(train) :])}).to_csv("answers.csv")
```

## Good
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
# ok: fit-on-train-and-test
scaler = StandardScaler().fit(train[["age", "visits"]])
model = LogisticRegression().fit(scaler.transform(train[["age", "visits"]]), train["left"])
print(model.score(scaler.transform(test[["age", "visits"]]), test["left"]))
```

The rows that are predicted have no labels:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
everything = pd.concat([train, test])
# ok: fit-on-train-and-test
everything[["age"]] = StandardScaler().fit_transform(everything[["age"]])
known, asked = everything[everything["left"].notnull()], everything[everything["left"].isnull()]
model = LogisticRegression().fit(known[["age"]], known["left"])
pd.DataFrame({"left": model.predict(asked[["age"]])}).to_csv("submission.csv")
```

What works row by row may be done to both at once:
```python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
n = train.shape[0]
both = pd.concat([train, test])
# ok: fit-on-train-and-test
both["size"] = np.log1p(both["size"]).fillna(0)
model = Ridge().fit(both[:n][["size"]], both[:n]["price"])
print(model.score(both[n:][["size"]], both[n:]["price"]))
```

## When it is fine
All rows are known when predictions are made (a transductive task), or the list of categories is closed and known
beforehand. In the functions of a test module nothing is reported.

## What it cannot see
Parts that are cut out again by numbers that another program knows.

## References
- scikit-learn, "Common pitfalls and recommended practices": data leakage during pre-processing.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.2).
"""

from collections.abc import Iterator

from analyzer.api import (
    DoubtReason,
    Evaluation,
    Finding,
    Fit,
    Level,
    Place,
    Precision,
    Rule,
    RuleContext,
    Statistic,
    bridges,
    overlaps,
)

Pair = tuple[Fit, Evaluation]


def knows_both(statistic: Statistic, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether `statistic` knows rows of both sides of the pair; sides that share rows are another rule's matter."""
    if evaluation.in_folds:
        return overlaps(statistic.rows, fit.rows)
    known = overlaps(statistic.rows, fit.rows) and overlaps(statistic.rows, evaluation.rows)
    return known and not overlaps(fit.rows, evaluation.rows)


def level_of(statistic: Statistic) -> Level:
    """What uses the target weighs most, an encoding least."""
    if statistic.target or statistic.how == "target-encoding":
        return Level.ERROR
    return Level.NOTE if statistic.how == "encoding" else Level.WARNING


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per line that computes statistics over joined rows; of one dataset, it is fit-before-split's."""
    found: dict[Place, tuple[Statistic, list[Pair]]] = {}
    lines: dict[tuple[str, int], Place] = {}
    other: set[tuple[str, int]] = set()
    for fit, evaluation in ctx.labelled():
        for statistic in sorted(fit.statistics | evaluation.statistics, key=lambda s: (s.place.start, s.place.end)):
            if not knows_both(statistic, fit, evaluation):
                continue
            at = ctx.locate(statistic.place)
            line = (at.path, at.line)
            if bridges(statistic.rows, fit.rows, evaluation.rows):
                other.add(line)
                continue
            place = lines.setdefault(line, statistic.place)
            found.setdefault(place, (statistic, []))[1].append((fit, evaluation))
    for line, place in sorted(lines.items(), key=lambda item: (item[1].start, item[1].end)):
        if line in other:
            continue
        statistic, covered = found[place]
        what = statistic.words
        yield ctx.finding(
            place,
            f"Training rows and evaluated rows were joined before {what} was computed here, so the evaluation is too "
            "good",
            level=level_of(statistic),
            flow=ctx.proof(place, f"{what} computed over rows of both parts", covered[0]),
            related=ctx.covered(covered),
            doubt=ctx.closed_list(statistic),
        )
    if not found and not other:
        yield from only_predicted(ctx)


def only_predicted(ctx: RuleContext) -> Iterator[Finding]:
    """One doubt for all that was computed over training rows joined with others that are only predicted."""
    known: dict[Place, tuple[Statistic, list[Pair]]] = {}
    for fit, answer in ctx.answers():
        for statistic in fit.statistics & answer.statistics if not ctx.unlabelled(answer.rows) else ():
            if statistic.how != "encoding" and knows_both(statistic, fit, answer):
                known.setdefault(statistic.place, (statistic, []))[1].append((fit, answer))
    if not known or ctx.is_test:
        return
    first, *rest = sorted(known, key=lambda place: (place.module, place.start))
    statistic, covered = known[first]
    what = statistic.words
    yield ctx.finding(
        first,
        f"Rows that the model is asked about were joined with training rows before {what} was computed here",
        level=Level.NOTE,
        flow=ctx.proof(first, f"{what} computed over rows of both parts", covered[0]),
        related=(*ctx.covered(covered), *(ctx.related(place, "so was this") for place in rest)),
        doubt=ctx.doubt(
            DoubtReason.INTENT,
            "these rows are only predicted here, and whether the predictions are judged elsewhere was not seen",
            "Have the rows that are predicted labels by which the predictions are judged?",
        ),
    )


RULE = Rule(
    id="fit-on-train-and-test",
    title="A statistic is computed over training and evaluation rows that were joined",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("preprocessing-leakage",),
    since="0.3.0",
    check=check,
)
