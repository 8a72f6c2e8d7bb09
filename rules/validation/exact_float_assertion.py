"""## What it finds
An assertion that a number computed by a model or a metric equals a fraction exactly, without a tolerance.

## Why it matters
The last bits of such a number depend on the processor, the number of threads and the library's version, and without a
seed the whole number does. The test fails when nothing is wrong, and people learn to ignore it.

## Bad
```python
# file: test_model.py
import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_squared_error

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0.1, 0.9, 2.2, 2.8])


def test_score():
    forest = RandomForestClassifier().fit(X, y > 1)
    score = forest.predict_proba(X)[0, 1]
    # ruleid: exact-float-assertion
    assert score == 0.07


def test_error():
    line = LinearRegression().fit(X, y)
    # ruleid: exact-float-assertion
    assert mean_squared_error(y, line.predict(X)) == 0.0215


def test_values():
    line = LinearRegression().fit(X, y)
    # ruleid: exact-float-assertion
    np.testing.assert_array_equal(line.predict([[4.0], [5.0]]), [3.85, 4.79])
```

## Good
```python
# file: test_model.py
import numpy as np
import pytest
from sklearn.linear_model import LinearRegression
from sklearn.metrics import accuracy_score, mean_squared_error

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0.1, 0.9, 2.2, 2.8])


def test_error():
    line = LinearRegression().fit(X, y)
    # ok: exact-float-assertion
    assert mean_squared_error(y, line.predict(X)) == pytest.approx(0.0215, abs=1e-4)
    # ok: exact-float-assertion
    assert round(mean_squared_error(y, line.predict(X)), 3) == 0.022
    # ok: exact-float-assertion
    np.testing.assert_allclose(line.predict([[4.0]]), [3.85])


def test_all_right():
    line = LinearRegression().fit(X, y)
    # ok: exact-float-assertion
    assert accuracy_score(y > 1, line.predict(X) > 1) == 1.0
```

A number that a double hands back is the very one that was put in:

```python
# file: test_service.py
from unittest.mock import patch

import numpy as np
from sklearn.linear_model import LinearRegression


def test_answer():
    line = LinearRegression().fit([[0.0], [1.0]], [0.0, 1.0])
    with patch.object(LinearRegression, "predict", return_value=np.array([0.37])):
        # ok: exact-float-assertion
        assert line.predict([[2.0]])[0] == 0.37
```

## When it is fine
Where the arithmetic is exact: counts, integers, a sum of powers of two.

## What it cannot see
Numbers that come from a file of expected values.

## References
- NumPy documentation, `numpy.testing.assert_allclose`; pytest documentation, `pytest.approx`.
- SonarSource S1244, about equality of floating-point numbers.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext

READS = ("test", "mock", "fit", "learn", "transform", "model-input", "predict", "evaluate", "metric")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Assertions that compare a computed fraction bit by bit."""
    for trial in ctx.trials():
        for each in trial.assertions:
            if each.exact and not each.same:
                why = "the last bits depend on the machine" if trial.seeded else "no seed is set, and bits vary"
                level = Level.NOTE if trial.seeded else Level.WARNING
                yield ctx.finding(
                    each.place,
                    f"the test asks a computed number to equal a fraction exactly, without a tolerance: {why}",
                    level=level,
                )


RULE = Rule(
    id="exact-float-assertion",
    title="A test compares a computed fraction without a tolerance",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=READS,
    reach=1,
    tags=("tests",),
    cwe=(1077,),
    since="0.4.0",
    check=check,
)
