"""Is it told right what the assertions of a test depend on?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Trial
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from tests.unit.interpret.programs import project_of

READS = frozenset({"test", "fit", "learn", "transform", "model-input", "metric", "evaluate", "mock"})
HEAD = """
import numpy as np
import pytest
from unittest.mock import MagicMock
from sklearn.linear_model import LinearRegression
def test_it():
"""


def trial(body: str) -> Trial | None:
    project, _ = project_of({"test_main.py": HEAD + textwrap.indent(textwrap.dedent(body), "    ")})
    found = interpret(project, "test_main", Vocabulary([Ask(READS)])).trials
    assert len(found) < 2
    return found[0] if found else None


ASK = "model = LinearRegression().fit([[1]], [2])\nsaid = model.predict([[3]])\n"


@pytest.mark.parametrize(
    ("body", "depends", "weak"),
    [
        ("assert said[0] == 4", True, False),
        ("assert said is not None", True, True),
        ("assert isinstance(said, np.ndarray)", True, True),
        ("assert said.shape == (1,)", True, True),
        ("assert len(said) == 1", True, True),
        ("assert model.coef_[0] > 0", True, False),
        ("assert 1 == 1", False, True),
        ("np.testing.assert_allclose(said, [4])", True, False),
        ("total = sum(said)\nassert total > 3", True, False),
        ("with pytest.raises(ValueError):\n    model.predict([])", True, False),
    ],
)
def test_assertions(body: str, depends: bool, weak: bool) -> None:
    found = trial(ASK + body)
    assert found is not None
    (only,) = found.assertions
    assert (only.depends, only.weak) == (depends, weak)


@pytest.mark.parametrize(
    ("body", "same"),
    [
        ("assert (said == said).all()", "value"),
        ("other = said\nassert list(other) == list(said)", "value"),
        ("assert (model.predict([[3]]) == said).all()", "call"),
        ("assert (model.predict([[4]]) == said).all()", ""),
        ("model.fit([[2]], [3])\nassert (model.predict([[3]]) == said).all()", ""),
        ("for one, other in zip(said, [4]):\n    assert one == other", ""),
        ("assert True", "constant"),
        ("assert len(said) >= 0", "constant"),
        ("assert said[0] == 4", ""),
    ],
)
def test_assertions_that_cannot_fail(body: str, same: str) -> None:
    found = trial(ASK + body)
    assert found is not None
    assert found.assertions[-1].same == same


@pytest.mark.parametrize(
    ("body", "exact"),
    [
        ("assert said[0] == 0.37", True),
        ("assert said[0] == 4.0", False),
        ("assert said[0] == pytest.approx(0.37)", False),
        ("assert round(said[0], 2) == 0.37", False),
        ("value = round(said[0], 2)\nassert value == 0.37", False),
        ("expected = [0.37]\nnp.testing.assert_array_equal(said, expected)", True),
        ("assert 0.37 == 0.37", False),
        ("double = MagicMock()\nassert said[0] == 0.37", False),
    ],
)
def test_exact_fractions(body: str, exact: bool) -> None:
    found = trial(ASK + body)
    assert found is not None
    assert found.assertions[-1].exact is exact


@pytest.mark.parametrize(
    ("body", "mocked"),
    [
        ("double = MagicMock()\ndouble.predict.return_value = [1]\nassert double.predict([2]) == [1]", True),
        ("double = MagicMock()\ndouble.predict([2])\ndouble.predict.assert_called_once()", True),
        ("double = MagicMock()\nassert serve(double, double.predict([2])) == [1]", False),
        ("double = MagicMock()\ndouble.predict([2])\nserve(double)\ndouble.predict.assert_called()", False),
    ],
)
def test_mocks(body: str, mocked: bool) -> None:
    found = trial(body)
    assert found is not None
    assert found.assertions[-1].mocked is mocked


def test_a_test_without_a_model_is_no_trial() -> None:
    assert trial("assert 1 == 1") is None


def test_what_is_handed_to_other_code_may_be_judged_there() -> None:
    found = trial(ASK + "judge(said)")
    assert found is not None
    assert found.handed
