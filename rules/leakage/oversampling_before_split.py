"""## What it finds
Rows that are repeated, or invented from their neighbours (SMOTE, bootstrap samples, concatenated copies), before they
are divided into training and evaluation rows.

## Why it matters
Copies of one row land on both sides, so the model is evaluated on rows that it was trained on. A model that memorises
scores as if it had understood. Where the copies stay on the training side of an outer split, only a search or an early
stop is misled by them: that is reported as a warning.

## Bad
```python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
# ruleid: oversampling-before-split
X, y = SMOTE().fit_resample(df.drop(columns=["fraud"]), df["fraud"])
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
```

```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.utils import resample

df = pd.read_csv("fraud.csv")
# ruleid: oversampling-before-split
more = resample(df[df["fraud"] == 1], replace=True, n_samples=10_000)
df = pd.concat([df[df["fraud"] == 0], more])
print(cross_val_score(LogisticRegression(), df.drop(columns=["fraud"]), df["fraud"]))
```

By hand, the rare class is added to the data several times more:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
rare = df[df["fraud"] == 1]
# ruleid: oversampling-before-split
more = pd.concat([df] + [rare] * 5, ignore_index=True)
train, test = train_test_split(more)
model = RandomForestClassifier().fit(train[["amount"]], train["fraud"])
print(model.score(test[["amount"]], test["fraud"]))
```

## Good
```python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
# ok: oversampling-before-split
X_train, y_train = SMOTE().fit_resample(X_train, y_train)
print(RandomForestClassifier().fit(X_train, y_train).score(X_test, y_test))
```

A sampler in imbalanced-learn's pipeline works in every training fold only; undersampling repeats nothing:
```python
import pandas as pd
from imblearn.over_sampling import SMOTE
from imblearn.pipeline import make_pipeline
from imblearn.under_sampling import RandomUnderSampler
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score

df = pd.read_csv("fraud.csv")
# ok: oversampling-before-split
X, y = RandomUnderSampler().fit_resample(df.drop(columns=["fraud"]), df["fraud"])
# ok: oversampling-before-split
print(cross_val_score(make_pipeline(SMOTE(), LogisticRegression()), X, y))
```

Rows that are put together from parts that share none are repeated nowhere:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
rare, common = df[df["fraud"] == 1], df[df["fraud"] == 0]
# ok: oversampling-before-split
df = pd.concat([rare, common.sample(len(rare))])
train, test = train_test_split(df)
print(LogisticRegression().fit(train[["amount"]], train["fraud"]).score(test[["amount"]], test["fraud"]))
```

## When it is fine
Never for an evaluation; for a last training on all rows, after which nothing is evaluated, it makes no difference.
In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Copies that were written to files by another program before this one reads them.

## References
- imbalanced-learn, "Common pitfalls and recommended practices": data leakage.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.4).
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per statement that repeats rows of both sides of some (fit, evaluation) pair."""
    for place, found in ctx.copied("oversampling").items():
        pairs = [(fit, evaluation) for _, fit, evaluation in found]
        inner = all(ctx.spared(copies.rows) for copies, _, _ in found)
        searched = all(evaluation.kind == "search" for _, evaluation in pairs)
        level = Level.NOTE if searched and inner else Level.WARNING if searched or inner else Level.ERROR
        yield ctx.finding(
            place,
            f"Rows are repeated here before {'a search divides them into folds' if searched else 'they are split'}, so "
            "copies of training rows are among the evaluated ones",
            level=level,
            flow=ctx.proof(place, "rows are repeated", pairs[0]),
            related=ctx.covered(pairs),
        )


RULE = Rule(
    id="oversampling-before-split",
    title="Rows are repeated before they are split into training and evaluation rows",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.1.0",
    check=check,
)
