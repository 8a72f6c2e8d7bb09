"""## What it finds
A split that can put rows of one patient, user, machine or recording on both sides: groups that are given to a splitter
that does not look at them, rows that the program itself groups by such a key, and parts of what was one row
(`explode`).

## Why it matters
Rows of one person are alike in ways that have nothing to do with the question. A model that knows the person from the
training rows recognises the answer instead of finding it, and does worse on people it has never seen.

## Bad
`KFold` takes groups and ignores them:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import KFold, cross_val_score

df = pd.read_csv("scans.csv")
X, y = df[["size", "texture"]], df["malignant"]
# ruleid: group-across-split
print(cross_val_score(RandomForestClassifier(), X, y, groups=df["patient_id"], cv=KFold(5)))
```

```python
import pandas as pd
from sklearn.model_selection import StratifiedKFold
from sklearn.svm import SVC

df = pd.read_csv("scans.csv")
X, y, patients = df[["size", "texture"]], df["malignant"], df["patient_id"]
# ruleid: group-across-split
for train, test in StratifiedKFold(5).split(X, y, patients):
    model = SVC().fit(X.iloc[train], y.iloc[train])
    print(model.score(X.iloc[test], y.iloc[test]))
```

The program knows that a patient has several rows:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("visits.csv")
df["mean_pulse"] = df.groupby("patient_id")["pulse"].transform("mean")
# ruleid: group-across-split
train, test = train_test_split(df)
model = LogisticRegression().fit(train[["pulse", "mean_pulse"]], train["ill"])
print(model.score(test[["pulse", "mean_pulse"]], test["ill"]))
```

The sentences of one text become rows:
```python
import pandas as pd
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline

texts = pd.read_csv("texts.csv")
texts["part"] = texts["text"].str.split(".")
# ruleid: group-across-split
train, test = train_test_split(texts.explode("part"))
model = make_pipeline(HashingVectorizer(), LogisticRegression()).fit(train["part"], train["author"])
print(model.score(test["part"], test["author"]))
```

## Good
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import GroupKFold, cross_val_score

df = pd.read_csv("scans.csv")
X, y = df[["size", "texture"]], df["malignant"]
# ok: group-across-split
print(cross_val_score(RandomForestClassifier(), X, y, groups=df["patient_id"], cv=GroupKFold(5)))
```

One row for each patient:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

visits = pd.read_csv("visits.csv")
patients = visits.groupby("patient_id").mean().reset_index()
# ok: group-across-split
train, test = train_test_split(patients)
model = LogisticRegression().fit(train[["pulse"]], train["ill"])
print(model.score(test[["pulse"]], test["ill"]))
```

Groups of things that are no single person or recording may well be known beforehand:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("titanic.csv")
df["age"] = df["age"].fillna(df.groupby("class")["age"].transform("median"))
# ok: group-across-split
train, test = train_test_split(df)
model = LogisticRegression().fit(train[["age"]], train["survived"])
print(model.score(test[["age"]], test["survived"]))
```

## When it is fine
The model will only ever be asked about people it was trained on, as a recommender is. Where a split merely could keep
the rows of a key together and does not, the finding is a question.

## What it cannot see
Several images, windows or recordings of one person that only their file names tell.

## References
- scikit-learn, "Cross-validation iterators for grouped data".
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L3.2).
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Mark, Precision, Rule, RuleContext, Split


def unheard(ctx: RuleContext, split: Split) -> Finding:
    """Groups that are given to a splitter that ignores them."""
    return ctx.finding(
        split.place,
        f"`{split.name}` is given groups and splits without looking at them, so rows of one group are on both sides",
    )


def shared(ctx: RuleContext, split: Split, key: Mark) -> Finding:
    """A split of rows several of which are said to share a key, or to have been one row."""
    if not key.detail:
        return torn(ctx, split, key)
    return ctx.finding(
        split.place,
        f"Rows that share a `{key.detail}` can be on both sides of this split, so the model may know them already",
        related=(ctx.related(key.place, f"several rows share a `{key.detail}`"),),
        doubt=ctx.doubt(
            DoubtReason.INTENT,
            f"whether the model is to work for values of `{key.detail}` that it was not trained on was not seen",
            f"Is the model meant for values of `{key.detail}` that are not among its training rows?",
        ),
    )


def torn(ctx: RuleContext, split: Split, key: Mark) -> Finding:
    """A split of rows several of which are parts of what was one row."""
    return ctx.finding(
        split.place,
        "Rows that were made of one row can be on both sides of this split, so the model may know the rest of it",
        related=(ctx.related(key.place, "one row becomes several here"),),
        doubt=ctx.doubt(
            DoubtReason.INTENT,
            "whether the model is to work for rows of which it was trained on no part was not seen",
            "Is the model meant for the parts of rows that none of its training rows is a part of?",
        ),
    )


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per split that does not look at what rows share."""
    if ctx.is_test:
        return
    sites = {part.site for fit in ctx.trainings() for row in fit.rows for part in row.path}
    places = {evaluation.place for _, evaluation in ctx.pairs() if evaluation.kind == "cross-validation"}
    crossed = {split.site for split in ctx.splits().values() if split.place in places}
    found: dict[tuple[str, int], Finding] = {}
    for split in ctx.splits().values():
        keys = sorted((mark for mark in split.marks if mark.how == "key"), key=lambda mark: mark.place.start)
        at = (split.place.module, split.place.start)
        if split.unheard:
            found[at] = unheard(ctx, split)
        elif not split.whole and len({mark.detail for mark in keys}) == 1 and (split.site in sites | crossed):
            found.setdefault(at, shared(ctx, split, keys[0]))
    yield from (found[at] for at in sorted(found))


RULE = Rule(
    id="group-across-split",
    title="Rows that share a key can be on both sides of a split",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate"),
    given=("split", "evaluate"),
    tags=("group-leakage",),
    since="0.3.0",
    check=check,
)
