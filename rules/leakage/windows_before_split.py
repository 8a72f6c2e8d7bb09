"""## What it finds
Overlapping windows of a series, patches of an image or chunks of a text that are made first and divided at random
afterwards.

## Why it matters
Neighbouring windows share most of their rows. Divided at random, nearly every evaluated window has a neighbour among
those that the model was trained on, so it is evaluated on what it has seen. Divided in order, or by series, only the
windows at the border share anything.

## Bad
```python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

series = pd.read_csv("load.csv")["load"].values
X, y = [], []
for i in range(len(series) - 24):
    # ruleid: windows-before-split
    X.append(series[i : i + 24])
    y.append(series[i + 24])
X_train, X_test, y_train, y_test = train_test_split(np.array(X), np.array(y))
print(KNeighborsRegressor().fit(X_train, y_train).score(X_test, y_test))
```

```python
import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold, cross_val_score

series = np.load("load.npy")
# ruleid: windows-before-split
windows = sliding_window_view(series, 25)
print(cross_val_score(Ridge(), windows[:, :-1], windows[:, -1], cv=KFold(5, shuffle=True)))
```

The windows may be made by a function of the project:
```python
# file: sequences.py
import numpy as np


def create_sequences(values, length):
    inputs, targets = [], []
    for start in range(len(values) - length):
        end = start + length
        # ruleid: windows-before-split
        inputs.append(values[start:end])
        targets.append(values[end])
    return np.array(inputs), np.array(targets)
# file: training.py
import pandas as pd
from keras.models import Sequential
from sequences import create_sequences
from sklearn.model_selection import train_test_split

values = pd.read_csv("prices.csv")[["close"]].values
X, y = create_sequences(values, 60)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2)
model = Sequential()
model.fit(X_train, y_train)
model.evaluate(X_test, y_test)
```

## Good
The windows are divided in order:
```python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

series = pd.read_csv("load.csv")["load"].values
# ok: windows-before-split
X = np.array([series[i : i + 24] for i in range(len(series) - 24)])
y = series[24:]
X_train, X_test, y_train, y_test = train_test_split(X, y, shuffle=False)
print(KNeighborsRegressor().fit(X_train, y_train).score(X_test, y_test))
```

The windows share no rows, because the next begins where the last one ends:
```python
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

table = pd.read_csv("sensor.csv")
X, y = [], []
for start in range(0, len(table) - 100, 100):
    # ok: windows-before-split
    X.append(table[["x", "y"]].values[start : start + 100].ravel())
    y.append(table["label"].values[start])
X_train, X_test, y_train, y_test = train_test_split(np.array(X), np.array(y))
print(SVC().fit(X_train, y_train).score(X_test, y_test))
```

The series is divided first:
```python
import numpy as np
import pandas as pd
from sklearn.linear_model import Ridge


def windows(values):
    # ok: windows-before-split
    return np.array([values[i : i + 12] for i in range(len(values) - 12)])


series = pd.read_csv("load.csv")["load"].values
train, test = windows(series[:8000]), windows(series[8000:])
model = Ridge().fit(train[:, :-1], train[:, -1])
print(model.score(test[:, :-1], test[:, -1]))
```

## When it is fine
Never for an estimate of how the model does on another stretch of time; if the model only has to fill gaps between rows
that are known, neighbours are known then too.

## What it cannot see
Windows that another program has written to files, and strides that come from a configuration.

## References
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L3.2).
- Hammerla and Plötz, "Let's (not) stick together: pairwise similarity biases cross-validation in activity
  recognition", 2015.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per statement that makes overlapping windows which chance divides."""
    for place, found in ctx.copied("window").items():
        pairs = [(fit, evaluation) for _, fit, evaluation in found if ctx.by_chance(fit, evaluation)]
        if not pairs:
            continue
        inner = all(ctx.spared(copies.rows) or evaluation.kind == "search" for copies, _, evaluation in found)
        yield ctx.finding(
            place,
            "Windows that overlap are made here and then divided at random, so evaluated windows share rows with those "
            "that the model was trained on",
            level=Level.WARNING if inner else Level.ERROR,
            flow=ctx.proof(place, "windows that overlap are made", pairs[0]),
            related=ctx.covered(pairs),
        )


RULE = Rule(
    id="windows-before-split",
    title="Overlapping windows are made before they are divided at random",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.3.0",
    check=check,
)
