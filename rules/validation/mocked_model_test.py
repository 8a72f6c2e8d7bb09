"""## What it finds
An assertion that only asks for what the test itself has told a mock to answer: the model is a `Mock`, the test calls it
and compares its answer with the value that was put in.

## Why it matters
What is tested is the mocking library. No line of the project runs between the value that goes in and the one that comes
out, so any fault of the model or of the code around it stays unseen.

## Bad
```python
# file: test_model.py
from unittest.mock import MagicMock


def test_predict():
    model = MagicMock()
    model.predict.return_value = [1, 0]
    # ruleid: mocked-model-test
    assert model.predict([[1.0], [2.0]]) == [1, 0]


def test_called():
    model = MagicMock()
    model.predict([[1.0]])
    # ruleid: mocked-model-test
    model.predict.assert_called_once()


def test_result():
    model = MagicMock()
    expected = [1]
    model.predict.return_value = expected
    result = model.predict([[1.0]])
    # ruleid: mocked-model-test
    assert result == expected
```

## Good
The code under test runs between the mock and the assertion:

```python
# file: service.py
def label(model, rows):
    return ["spam" if value > 0.5 else "ham" for value in model.predict(rows)]

# file: test_service.py
from unittest.mock import MagicMock

from service import label


def test_label():
    model = MagicMock()
    model.predict.return_value = [0.9, 0.1]
    # ok: mocked-model-test
    assert label(model, [[1.0], [2.0]]) == ["spam", "ham"]
    # ok: mocked-model-test
    model.predict.assert_called_once()
```

## When it is fine
In a test of the double itself.

## What it cannot see
Stand-ins that are classes of the project.

## References
- Python documentation, `unittest.mock`.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Assertions about nothing but what the test has told a mock."""
    for trial in ctx.trials():
        for each in trial.assertions:
            if each.mocked:
                yield ctx.finding(
                    each.place,
                    "the assertion only asks for what the test has told a mock to answer: no code of the project runs",
                )


RULE = Rule(
    id="mocked-model-test",
    title="A test asserts what it has told a mock of a model to answer",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("test", "mock"),
    reach=0,
    tags=("tests",),
    since="0.4.0",
    check=check,
)
