"""## What it finds
A metric that ranks or weighs the answers of a classifier (ROC AUC, average precision, log loss, Brier score and their
curves) and that is given the labels of `predict` instead of the scores of `predict_proba` or `decision_function`.

## Why it matters
Labels have two values, so the curve has a single point, and the area under it is the balanced accuracy at whatever
threshold `predict` has. The number looks like a ROC AUC, is usually too low, and models are chosen by it.

## Bad
```python
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score, roc_auc_score, roc_curve
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    model = make_pipeline(StandardScaler(), RandomForestClassifier()).fit(X_train, y_train)
    labels = model.predict(X_test)
    # ruleid: hard-labels-to-ranking-metric
    print(roc_auc_score(y_test, labels))
    # ruleid: hard-labels-to-ranking-metric
    curve = roc_curve(y_test, model.predict(X_test))
    # ruleid: hard-labels-to-ranking-metric
    return average_precision_score(y_true=y_test, y_score=labels), curve
```

A scorer asks for labels unless it is told otherwise:

```python
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss, make_scorer, mean_absolute_error, roc_auc_score
from sklearn.model_selection import cross_val_score


def compare(X, y):
    # ruleid: hard-labels-to-ranking-metric
    loss = make_scorer(log_loss, greater_is_better=False)
    # ok: hard-labels-to-ranking-metric
    area = make_scorer(roc_auc_score, response_method=("decision_function", "predict_proba"))
    # ok: hard-labels-to-ranking-metric
    old = make_scorer(roc_auc_score, needs_threshold=True)
    # ok: hard-labels-to-ranking-metric
    error = make_scorer(mean_absolute_error)
    return [cross_val_score(LogisticRegression(), X, y, scoring=each) for each in (loss, area, old, error)]
```

## Good
```python
from sklearn.ensemble import RandomForestClassifier, RandomForestRegressor
from sklearn.metrics import accuracy_score, roc_auc_score
from sklearn.model_selection import train_test_split


def evaluate(X, y):
    X_train, X_test, y_train, y_test = train_test_split(X, y)
    model = RandomForestClassifier().fit(X_train, y_train)
    # ok: hard-labels-to-ranking-metric
    print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
    # ok: hard-labels-to-ranking-metric
    print(accuracy_score(y_test, model.predict(X_test)))
    forest = RandomForestRegressor().fit(X_train, y_train)
    # ok: hard-labels-to-ranking-metric
    print(roc_auc_score(y_test, forest.predict(X_test)))
    # ok: hard-labels-to-ranking-metric
    return roc_auc_score(model.predict(X_test), y_test)


def judge(model, X, y):
    # ok: hard-labels-to-ranking-metric
    return roc_auc_score(y, model.predict(X))
```

```python
import xgboost
from sklearn.metrics import roc_auc_score


def evaluate(rows, test, y):
    booster = xgboost.train({"objective": "binary:logistic"}, rows)
    # ok: hard-labels-to-ranking-metric
    return roc_auc_score(y, booster.predict(test))
```

## When it is fine
If the balanced accuracy is what is wanted: `balanced_accuracy_score` says so.

## What it cannot see
Labels that were made of scores with a threshold, and models that come in as parameters.

## References
- scikit-learn documentation, `roc_auc_score`: "y_score: target scores".
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext, Value

ASKS = ("response_method", "needs_proba", "needs_threshold")  # arguments of scorers that ask for scores

EFFECTS = {
    "roc_auc_score": "is the balanced accuracy at one threshold, no area under a curve",
    "average_precision_score": "sees one threshold only, no ranking",
    "roc_curve": "has one point only",
    "precision_recall_curve": "has one point only",
    "det_curve": "has one point only",
    "log_loss": "takes every label for a certainty",
    "brier_score_loss": "is the share of wrong labels, whatever the model is sure of",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Metrics of scores that get labels, once per place."""
    seen: set[Place] = set()
    yield from _scorers(ctx, seen)
    for call in ctx.calls("metric"):
        effect = EFFECTS.get(call.api.name.rpartition(".")[2])
        given = call.args.get(call.api.positional[1]) if effect else None
        if given is None or call.place in seen or ctx.is_test:
            continue
        said = [each for each in given.predictions if not each.fit.how.startswith("asked ")]
        places = {each.place for each in said}
        if len(places) != 1 or not places <= ctx.facts.labels.keys():
            continue
        seen.add(call.place)
        (place,) = places
        name = ctx.facts.labels[place].rpartition(".")[2]
        yield ctx.finding(
            call.place,
            f"`{call.name}` {effect}: it is given the labels that `predict` of `{name}` gives, not its scores",
            related=(ctx.related(place, "the labels are predicted here"),),
        )


def _scorers(ctx: RuleContext, seen: set[Place]) -> Iterator[Finding]:
    """Scorers that ask a model for labels and hand them to a metric of scores."""
    for call in ctx.calls("scorer"):
        metric = call.args.get("score_func")
        names = sorted(metric.symbols) if metric is not None and not metric.unknown else []
        effect = EFFECTS.get(names[0].rpartition(".")[2]) if len(names) == 1 else None
        asked = [value for name in ASKS if (value := call.args.get(name)) is not None]
        if effect is None or call.open or call.place in seen or not all(map(_asks_for_labels, asked)):
            continue
        seen.add(call.place)
        short = names[0].rpartition(".")[2]
        yield ctx.finding(
            call.place,
            f"`{short}` {effect}: this scorer gives it the labels of `predict`, for no argument asks for scores",
        )


def _asks_for_labels(given: Value) -> bool:
    return given.truth is False or given.text == "predict"


RULE = Rule(
    id="hard-labels-to-ranking-metric",
    title="A metric of scores is given labels",
    level=Level.ERROR,
    precision=Precision.VERY_HIGH,
    reads=("metric", "predict", "scorer"),
    given=("metric", "scorer"),
    tags=("correctness", "evaluation"),
    since="0.4.0",
    check=check,
)
