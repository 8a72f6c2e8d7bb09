"""## What it finds
A test that trains or asks a model, and in which no assertion depends on what came of it, or only asks that something is
there, of a type or of a size.

## Why it matters
Such a test stays green when the model answers nonsense: it shows that the code runs, and reads as if it showed more.

## Bad
```python
# file: test_model.py
import numpy as np
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0, 0, 1, 1])


# ruleid: test-without-assertion
def test_fit():
    model = LogisticRegression()
    model.fit(X, y)
    model.predict(X)


# ruleid: test-without-assertion
def test_prediction():
    prediction = LogisticRegression().fit(X, y).predict(X)
    assert prediction is not None
    assert isinstance(prediction, np.ndarray)
    assert len(prediction) == 4
```

The model may be asked by the code under test:

```python
# file: service.py
import joblib

model = joblib.load("model.joblib")


def score(rows):
    return model.predict(rows)

# file: test_service.py
from service import score


# ruleid: test-without-assertion
def test_score():
    print(score([[1.0, 2.0]]))


def test_value():
    # ok: test-without-assertion
    assert score([[1.0, 2.0]])[0] == 1
```

## Good
```python
# file: test_model.py
import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0, 0, 1, 1])


# ok: test-without-assertion
def test_separable():
    model = LogisticRegression().fit(X, y)
    assert model.score(X, y) > 0.9


# ok: test-without-assertion
def test_monotone():
    model = LogisticRegression()
    model.fit(X, y)
    np.testing.assert_array_equal(model.predict([[0.0], [3.0]]), [0, 1])


# ok: test-without-assertion
def test_too_few_columns():
    model = LogisticRegression().fit(X, y)
    with pytest.raises(ValueError):
        model.predict([[]])


def check(prediction):
    assert prediction.sum() == 2


# ok: test-without-assertion
def test_with_a_function():
    check(LogisticRegression().fit(X, y).predict(X))
```

Of a network that nothing has trained, the shape of its answer is what there is to say:

```python
# file: test_net.py
import torch
from torch import nn


# ok: test-without-assertion
def test_shape():
    layer = nn.Linear(4, 2)
    assert layer(torch.zeros(3, 4)).shape == (3, 2)
```

## When it is fine
For a smoke test beside others that judge the answers; say so in its name or with a suppression.

## What it cannot see
Assertions in fixtures, plugins and functions of other libraries: a test that hands an answer to any such code is left
alone.

## References
- Breck et al., "The ML Test Score": tests of model behaviour.
- flake8-bugbear B015 and SonarSource S2187, about tests that assert nothing.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext

ASKING = frozenset({"fit", "learn", "transform", "model-input", "predict"})
ANSWERING = frozenset({"transform", "model-input", "predict"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Tests of models that would stay green whatever the model says."""
    for trial in ctx.trials():
        calls = [call for call in trial.calls if not ASKING.isdisjoint(call.api.roles)]
        judging = [each for each in trial.assertions if each.depends]
        if not calls or trial.handed or any(not each.weak for each in judging):
            continue
        if len(judging) < len(trial.assertions) if trial.through else trial.network and trial.assertions:
            continue  # the answer may be in a file; of a network that nothing has trained, it says nothing
        if trial.assertions and not judging and all(ANSWERING.isdisjoint(call.api.roles) for call in calls):
            continue  # what was trained may be asked by other code
        call = calls[-1]
        name = call.name.rpartition(".")[2]
        if judging:
            text = f"whatever `{name}` answers, this test passes: it only asks that there is an answer of some form"
        else:
            text = f"whatever `{name}` answers, this test passes: no assertion depends on it"
        yield ctx.finding(
            trial.place,
            text,
            level=Level.NOTE if judging else Level.WARNING,
            related=(ctx.related(call.place, "the model is asked or trained here"),),
        )


RULE = Rule(
    id="test-without-assertion",
    title="A test asks a model and does not judge what it says",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("test", "fit", "learn", "transform", "model-input", "predict"),
    reach=1,
    tags=("tests",),
    since="0.4.0",
    check=check,
)
