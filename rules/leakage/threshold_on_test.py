"""## What it finds
A threshold, a calibration or the weights of an ensemble that are derived from the labels of the rows on which the
result is then evaluated.

## Why it matters
The threshold is the best one for exactly these rows. On few or unbalanced rows the reported F1 or accuracy is far above
what the same threshold reaches on new data.

## Bad
```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score, roc_curve
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
model = RandomForestClassifier().fit(X_train, y_train)
chance = model.predict_proba(X_test)[:, 1]
# ruleid: threshold-on-test
fpr, tpr, thresholds = roc_curve(y_test, chance)
best = thresholds[np.argmax(tpr - fpr)]
print(f1_score(y_test, chance > best))
```

```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
chance = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)[:, 1]
best_f1, best_cut = 0, 0.5
for cut in np.arange(0.1, 0.9, 0.01):
    # ruleid: threshold-on-test
    f1 = f1_score(y_test, chance > cut)
    if f1 > best_f1:
        best_f1, best_cut = f1, cut
print("F1", best_f1, "at", best_cut)
```

```python
import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
model = SVC().fit(X_train, y_train)
calibrated = CalibratedClassifierCV(model, method="isotonic", cv="prefit")
# ruleid: threshold-on-test
calibrated.fit(X_test, y_test)
print(brier_score_loss(y_test, calibrated.predict_proba(X_test)[:, 1]))
```

## Good
Derive it from rows of their own:
```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score, roc_curve
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
model = RandomForestClassifier().fit(X_train, y_train)
# ok: threshold-on-test
fpr, tpr, thresholds = roc_curve(y_val, model.predict_proba(X_val)[:, 1])
best = thresholds[np.argmax(tpr - fpr)]
print(f1_score(y_test, model.predict_proba(X_test)[:, 1] > best))
```

A curve that is only drawn, and a threshold that is fixed beforehand, decide nothing:
```python
import matplotlib.pyplot as plt
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import auc, f1_score, roc_curve
from sklearn.model_selection import train_test_split

df = pd.read_csv("fraud.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["fraud"]), df["fraud"])
chance = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)[:, 1]
# ok: threshold-on-test
fpr, tpr, _ = roc_curve(y_test, chance)
plt.plot(fpr, tpr, label=f"AUC {auc(fpr, tpr):.2f}")
# ok: threshold-on-test
print(f1_score(y_test, chance > 0.5))
```

## When it is fine
Of out-of-fold answers for all rows, where little is gained by one threshold, it is asked whether the score at the
threshold is given as what to expect.
The best value over all thresholds is itself the metric, as in a curve, and is called so.
If some model is judged on, or asked about, other rows in the same program, nothing is reported.

## What it cannot see
A threshold that a person reads from a curve, and one that is made of the outputs alone, without labels.

## References
- Lipton, Elkan and Narayanaswamy, "Optimal thresholding of classifiers to maximize F1 measure", 2014.
- scikit-learn, "Probability calibration": data that the classifier was not fitted on.
"""

from collections.abc import Iterable, Iterator

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
    Scored,
    among_answers,
    contains,
    held_out,
    is_averaged,
    is_seen,
    judged_on_others,
    overlaps,
)

MESSAGE = "What is derived from these labels is evaluated on the same rows, so it fits them better than new ones"

OUT_OF_FOLD = "the answers are out-of-fold, and whether their score is told as that for new rows was not seen"
EXPECTED = "Is the score at this threshold given as what is to be expected of new rows?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per call that derives a threshold, weights or a calibration from the evaluated rows."""
    found: dict[Place, Finding] = {}
    for choice in ctx.choices("threshold"):
        crossed = out_of_fold(choice.scores)
        scores = held_out(choice.scores) or crossed
        if scores and not any(judged_on_others(ctx.facts, score.rows, score.fit.rows) for score in scores):
            first = min(scores, key=lambda score: score.place.start)
            related = (
                ctx.related(first.fit.place, "the model is trained here"),
                ctx.related(choice.place, "what was derived is evaluated on the same rows here"),
            )
            doubt = ctx.doubt(DoubtReason.INTENT, OUT_OF_FOLD, EXPECTED) if scores is crossed else None
            level = (
                Level.NOTE if scores is crossed else None
            )  # one number, of many rows: there is little to gain by luck
            found.setdefault(first.place, ctx.finding(first.place, MESSAGE, level=level, related=related, doubt=doubt))
    for selection in ctx.selections("comparison", "extreme"):
        place = selection.first.place
        seeded = {seed.loop for seed in ctx.seeds()}
        drawn = any(each.loop in seeded for each in selection.candidates)  # the spread over samples of the rows
        if (
            among_answers(ctx.facts, selection.candidates)
            and not drawn
            and not is_averaged(ctx.facts, selection.candidates)
        ):
            chosen = ctx.finding(place, MESSAGE, flow=ctx.way(selection), related=ctx.picked(selection))
            found.setdefault(place, chosen)
    for place, pairs in learned(ctx).items():
        flow = ctx.proof(place, "it learns from what a model says of these rows", pairs[0])
        found.setdefault(place, ctx.finding(place, MESSAGE, flow=flow, related=ctx.covered(pairs)))
    yield from found.values()


def out_of_fold(scores: Iterable[Scored]) -> frozenset[Scored]:
    """Those of `scores` that are of answers by models that had not seen the row, for all rows of what was divided."""
    return frozenset(each for each in scores if each.fit.how == "cross-validation" and is_seen(each.rows))


def learned(ctx: RuleContext) -> dict[Place, list[tuple[Fit, Evaluation]]]:
    """Trainings on what another model says of held-out rows, with their evaluations on these rows."""
    found: dict[Place, list[tuple[Fit, Evaluation]]] = {}
    for each in ctx.stacked():
        said, fit = each.prediction, each.fit
        if (
            not is_seen(said.rows)
            or overlaps(said.rows, said.fit.rows)
            or judged_on_others(ctx.facts, said.rows, said.fit.rows)
        ):
            continue
        same = [pair for pair in ctx.pairs() if pair[0] == fit and contains(fit.rows, pair[1].rows)]
        if same:
            found.setdefault(fit.place, []).extend(same)
    return found


RULE = Rule(
    id="threshold-on-test",
    title="A threshold or a calibration comes from the rows that it is evaluated on",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric"),
    given=("metric", "evaluate"),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
