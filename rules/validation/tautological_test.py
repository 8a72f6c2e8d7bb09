"""## What it finds
An assertion in a test of a model that holds whatever the model does: a value compared with itself, an expectation that
the same call has made, a constant, a length that is not negative.

## Why it matters
The test cannot fail, so it guards nothing, and the next reader takes the behaviour for tested.

## Bad
```python
# file: test_model.py
import numpy as np
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0, 0, 1, 1])


def test_same_value():
    prediction = LogisticRegression().fit(X, y).predict(X)
    expected = prediction
    # ruleid: tautological-test
    assert (prediction == expected).all()


def test_oracle():
    model = LogisticRegression().fit(X, y)
    expected = model.predict(X)
    # ruleid: tautological-test
    np.testing.assert_array_equal(model.predict(X), expected)


def test_ran():
    LogisticRegression().fit(X, y).predict(X)
    # ruleid: tautological-test
    assert True


def test_size():
    prediction = LogisticRegression().fit(X, y).predict(X)
    # ruleid: tautological-test
    assert len(prediction) >= 0


def test_message():
    prediction = LogisticRegression().fit(X, y).predict(X)
    # ruleid: tautological-test
    assert (prediction[0] == 0, "the first is a zero")
```

## Good
```python
# file: test_model.py
import joblib
import numpy as np
from sklearn.linear_model import LogisticRegression

X = np.array([[0.0], [1.0], [2.0], [3.0]])
y = np.array([0, 0, 1, 1])


def test_known():
    # ok: tautological-test
    np.testing.assert_array_equal(LogisticRegression().fit(X, y).predict(X), [0, 0, 1, 1])


def test_refit_changes_nothing():
    model = LogisticRegression().fit(X, y)
    before = model.predict(X)
    model.fit(X, y)
    # ok: tautological-test
    np.testing.assert_array_equal(model.predict(X), before)


def test_restored(tmp_path):
    model = LogisticRegression().fit(X, y)
    joblib.dump(model, tmp_path / "model.joblib")
    restored = joblib.load(tmp_path / "model.joblib")
    # ok: tautological-test
    np.testing.assert_array_equal(restored.predict(X), model.predict(X))


def test_is_deterministic():
    model = LogisticRegression().fit(X, y)
    # ok: tautological-test
    assert (model.predict(X) == model.predict(X)).all()
```

## When it is fine
Asking twice is a test of determinism: where its name says so, it is left alone.

## What it cannot see
Expectations that a copy of the code under test computes.

## References
- SonarSource S5863 (an assertion compares a value with itself) and S5914 (an assertion always holds).
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Precision, Rule, RuleContext

WORDS = ("determin", "repro", "repeat", "idempot", "consist", "same", "stable", "twice", "cache", "seed")
QUESTION = "Is the assertion meant to show more than that the same question gets the same answer twice?"
MESSAGES = {
    "constant": "the assertion holds whatever the model does: what it asks is constant",
    "value": "the assertion holds whatever the model does: it compares a value with itself",
    "call": "the expectation comes from the same call that is tested, so the assertion says nothing of its answer",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Assertions of tests of models that cannot fail."""
    for trial in ctx.trials():
        name = trial.function.rpartition(":")[2].lower()
        for each in trial.assertions if trial.calls else ():
            if not each.same:
                continue
            doubt = None
            if each.same == "call":
                if any(word in name for word in WORDS):
                    continue
                doubt = ctx.doubt(DoubtReason.INTENT, "the test may be about determinism", QUESTION)
            yield ctx.finding(each.place, MESSAGES[each.same], doubt=doubt)


RULE = Rule(
    id="tautological-test",
    title="An assertion of a test cannot fail",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("test", "fit", "learn", "transform", "model-input", "predict"),
    reach=1,
    tags=("tests",),
    cwe=(571,),
    question=QUESTION,
    since="0.4.0",
    check=check,
)
