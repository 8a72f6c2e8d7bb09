"""## What it finds
Rows that a model is evaluated on and that were resampled by their labels: classes were made equally frequent, by
repeating, inventing or leaving out rows of the evaluation side.

## Why it matters
The score is one for a world in which the classes are as frequent as the sampler makes them. Precision, accuracy and
every threshold depend on how frequent they really are: a detector of rare cases that looks precise on balanced rows
raises mostly false alarms where the cases are rare. Invented rows lie between known ones and are easy to get right.

## Bad
```python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
X_train, y_train = SMOTE().fit_resample(X_train, y_train)
# ruleid: resampled-evaluation-rows
X_test, y_test = SMOTE().fit_resample(X_test, y_test)
model = LogisticRegression().fit(X_train, y_train)
print(precision_score(y_test, model.predict(X_test)))
```

Leaving out rows changes the frequencies just as much:
```python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("fraud.csv")
train, test = train_test_split(df)
# ruleid: resampled-evaluation-rows
X_test, y_test = RandomUnderSampler().fit_resample(test[["amount", "hour"]], test["fraud"])
model = SVC().fit(train[["amount", "hour"]], train["fraud"])
print(model.score(X_test, y_test))
```

By hand:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
train, test = train_test_split(df)
fraud, others = test[test["fraud"] == 1], test[test["fraud"] == 0]
# ruleid: resampled-evaluation-rows
test = pd.concat([fraud, others.sample(len(fraud))])
model = RandomForestClassifier().fit(train[["amount", "hour"]], train["fraud"])
print(classification_report(test["fraud"], model.predict(test[["amount", "hour"]])))
```

## Good
```python
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
# ok: resampled-evaluation-rows
X_train, y_train = SMOTE().fit_resample(X_train, y_train)
model = LogisticRegression().fit(X_train, y_train)
print(precision_score(y_test, model.predict(X_test)))
```

A score on the resampled training rows beside the real one claims nothing about new rows:
```python
import pandas as pd
from imblearn.under_sampling import RandomUnderSampler
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("fraud.csv")
train, test = train_test_split(df)
# ok: resampled-evaluation-rows
X_train, y_train = RandomUnderSampler().fit_resample(train[["amount", "hour"]], train["fraud"])
model = SVC().fit(X_train, y_train)
print(model.score(X_train, y_train), model.score(test[["amount", "hour"]], test["fraud"]))
```

## When it is fine
The classes are as frequent where the model will be used as the sampler makes them, or the only measure is one that does
not depend on frequencies, such as the recall of each class.
In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Rows of one class that are left out altogether: reports for each class are made in the same way. What is resampled
before the split belongs to `oversampling-before-split`.

## References
- imbalanced-learn, "Common pitfalls and recommended practices".
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L3.3).
"""

from collections.abc import Iterator

from analyzer.api import Evaluation, Finding, Fit, Level, Mark, Place, Precision, Rule, RuleContext, overlaps


def of_evaluation(mark: Mark, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether the rows that were chosen by their labels are evaluated on, and not trained on."""
    return (
        mark.how == "balanced"
        and mark.column in ("", fit.label)
        and overlaps(mark.rows, evaluation.rows)
        and not overlaps(mark.rows, fit.rows)
        and not overlaps(fit.rows, evaluation.rows)
    )


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per call that resamples an evaluation side on which no model is evaluated as it was."""
    found: dict[Place, tuple[Mark, list[tuple[Fit, Evaluation]]]] = {}
    as_it_was: list[Evaluation] = []
    for fit, evaluation in ctx.pairs():
        marks = [mark for mark in evaluation.marks if of_evaluation(mark, fit, evaluation)]
        for mark in marks:
            found.setdefault(mark.place, (mark, []))[1].append((fit, evaluation))
        if not marks:
            as_it_was.append(evaluation)
    for place, (mark, pairs) in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        judged = [(fit.place, fit.estimator) for fit, _ in pairs]
        if any((each.fit.place, each.fit.estimator) in judged and overlaps(each.rows, mark.rows) for each in as_it_was):
            continue
        yield ctx.finding(
            place,
            "Rows are resampled by their labels here and then evaluated on, so the scores are for classes that are as "
            "frequent as the sampler makes them",
            flow=ctx.proof(place, "rows of the evaluation side are resampled", pairs[0]),
            related=ctx.covered(pairs),
        )


RULE = Rule(
    id="resampled-evaluation-rows",
    title="The rows that a model is evaluated on are resampled by their labels",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("sampling-bias",),
    since="0.3.0",
    check=check,
)
