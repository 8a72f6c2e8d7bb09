"""## What it finds
A metric that gets predictions where it expects labels, and labels where it expects predictions. Where the values come
from decides, not what they are called. Only metrics whose result changes are reported: precision, recall, balanced
accuracy, R², MAPE, explained variance, the confusion matrix and the classification report give another number without
a word; ROC AUC, average precision, log loss and Brier score may raise.

## Why it matters
Precision becomes recall, the confusion matrix is transposed, R² is divided by the wrong variance. The number looks
plausible, and decisions are made on it.

## Bad
```python
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report, precision_score
from sklearn.model_selection import train_test_split


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    model = LogisticRegression().fit(X_train, y_train)
    y_pred = model.predict(X_test)
    # ruleid: swapped-metric-arguments
    print(classification_report(y_pred, y_test))
    # ruleid: swapped-metric-arguments
    return precision_score(model.predict(X_test), y_test)
```

```python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

frame = pd.read_csv("homes.csv")
train, test = train_test_split(frame)
forest = RandomForestRegressor()
forest.fit(train[["rooms"]], train["price"])
guess = forest.predict(test[["rooms"]])
# ruleid: swapped-metric-arguments
print(r2_score(y_true=guess, y_pred=test["price"]))
```

## Good
```python
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, mean_squared_error, precision_score, r2_score
from sklearn.model_selection import train_test_split


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    model = LogisticRegression().fit(X_train, y_train)
    y_pred = model.predict(X_test)
    # ok: swapped-metric-arguments
    print(precision_score(y_test, y_pred))
    # ok: swapped-metric-arguments
    print(r2_score(y_pred=y_pred, y_true=y_test))
    # ok: swapped-metric-arguments
    print(accuracy_score(y_pred, y_test))
    # ok: swapped-metric-arguments
    return mean_squared_error(y_pred, y_test)
```

Names decide nothing:

```python
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split


def evaluate(X, y):
    X_train, X_test, y_train, prediction = train_test_split(X, y)
    truth = LogisticRegression().fit(X_train, y_train).predict(X_test)
    # ok: swapped-metric-arguments
    return recall_score(prediction, truth)
```

Two models that are compared with each other:

```python
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.tree import DecisionTreeClassifier


def agreement(X, y):
    teacher = LogisticRegression().fit(X, y).predict(X)
    student = DecisionTreeClassifier().fit(X, y).predict(X)
    # ok: swapped-metric-arguments
    return precision_score(teacher, student)
```

## When it is fine
For metrics that are the same either way: accuracy, mean squared and mean absolute error, Matthews' and Cohen's
coefficients, the F1 score of two classes.

## What it cannot see
Predictions of models that were not made in the code that is read, and metrics wrapped in functions of other libraries.

## References
- scikit-learn documentation, "Metrics and scoring": `y_true` comes first.
- TorchMetrics and Keras: predictions come first in TorchMetrics' `preds, target`, labels first in Keras.
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Precision, Rule, RuleContext

LEVELS = {"wrong": Level.ERROR, "raises": Level.WARNING}
QUESTION = "Is the second argument the labels, so that the two arguments have changed places?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Metrics whose labels are predictions while the predictions are none."""
    for call in ctx.calls("metric"):
        level = LEVELS.get(call.api.option("swap"))
        first, second = (call.args.get(name) for name in (*call.api.positional, "0", "1")[:2])
        if level is None or first is None or second is None or not first.predictions or second.predictions:
            continue
        label, guess = call.api.positional[:2]
        doubt = None
        if second.unknown or not second.rows:
            text = f"what `{guess}` holds could not be seen"
            doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, QUESTION, second)
        made = min(first.predictions, key=lambda each: (each.place.module, each.place.start))
        effect = "gives another number" if level is Level.ERROR else "raises or gives another number"
        yield ctx.finding(
            call.place,
            f"`{call.name}` {effect}: it gets predictions as `{label}` and data as `{guess}`",
            level=level,
            related=(ctx.related(made.place, "the predictions are made here"),),
            doubt=doubt,
        )


RULE = Rule(
    id="swapped-metric-arguments",
    title="A metric gets labels and predictions in the wrong order",
    level=Level.ERROR,
    precision=Precision.VERY_HIGH,
    reads=("metric",),
    tags=("correctness", "evaluation"),
    cwe=(628,),
    question=QUESTION,
    since="0.1.0",
    check=check,
)
