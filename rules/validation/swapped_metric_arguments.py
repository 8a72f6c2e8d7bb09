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

TorchMetrics takes predictions first, Keras labels:

```python
import keras
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from torchmetrics.classification import BinaryPrecision


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    guess = LogisticRegression().fit(X_train, y_train).predict(X_test)
    precision = BinaryPrecision()
    # ruleid: swapped-metric-arguments
    precision.update(y_test, guess)
    # ok: swapped-metric-arguments
    precision.update(guess, y_test)
    recall = keras.metrics.Recall()
    # ruleid: swapped-metric-arguments
    recall.update_state(guess, y_test)
    # ok: swapped-metric-arguments
    recall.update_state(y_test, guess)
    return precision.compute(), recall.result()
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

from analyzer.api import CallFact, DoubtReason, Finding, Level, Precision, Remedy, Rule, RuleContext

LEVELS = {"wrong": Level.ERROR, "raises": Level.WARNING}
WRONG = (
    "Precision",
    "Recall",
    "Specificity",
    "ConfusionMatrix",
    "R2Score",
    "MeanAbsolutePercentageError",
    "ExplainedVariance",
    "FBetaScore",
)  # classes of metrics that give another number, and no error, if labels and predictions change places
TITLE = "Let labels and predictions change places"
QUESTION = "Is the second argument the labels, so that the two arguments have changed places?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Metrics whose labels are predictions while the predictions are none."""
    for call in ctx.calls("metric"):
        level = _level(call)
        if level is None:
            continue
        names = call.api.positional[:2]
        label = call.api.option("labels", names[0])
        guess = next(name for name in names if name != label)
        first, second = (call.args.get(name) for name in (label, guess))
        if first is None or second is None or not first.predictions or second.predictions:
            continue
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
            remedy=Remedy(title=TITLE, changes=(ctx.swap_arguments(call),), safe=False),
        )


def _level(call: CallFact) -> Level | None:
    """How bad it is if the arguments of this metric change places; None if it does not matter."""
    swap = call.api.option("swap")
    if swap != "by class":
        return LEVELS.get(swap)
    names = {name.rpartition(".")[2] for name in call.receiver.types} if call.receiver is not None else set()
    return Level.ERROR if names and all(name.endswith(WRONG) for name in names) else None


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
