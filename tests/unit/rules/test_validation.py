"""What do the validation rules make of checks, predictions and comparisons?"""

import pytest

from analyzer.api import Comparison, Finding, Level, Value
from analyzer.interpret.values import EMPTY, Fit, Place, Prediction, Rows
from tests.unit.rules.facts import PLACE, call_of, coming_from, findings

NAN = "validation/nan-equality"
RAW = "validation/raw-request-to-model"
SWAPPED = "validation/swapped-metric-arguments"


@pytest.mark.parametrize(
    ("checks", "level"),
    [
        ((), Level.ERROR),
        (("parsed",), Level.ERROR),
        (("parsed", "typed"), Level.WARNING),
        (("typed", "shaped"), Level.NOTE),
        (("shaped",), Level.NOTE),
        (("typed", "bounded", "finite"), None),
        (("finite",), None),
    ],
)
def test_missing_checks_decide_the_level(checks: tuple[str, ...], level: Level | None) -> None:
    given = coming_from("request", checks=frozenset(checks))
    found = findings(RAW, call_of("abstract.LoadedModel.predict", Value(), X=given))
    assert [each.level for each in found] == ([] if level is None else [level])


@pytest.mark.parametrize("kind", ["command-line", "file", "parameter", "own-file"])
def test_only_what_comes_from_outside_counts(kind: str) -> None:
    assert not findings(RAW, call_of("abstract.LoadedModel.predict", Value(), X=coming_from(kind)))


def test_an_unknown_step_on_the_way_is_a_doubt() -> None:
    given = coming_from("request", unknown="`clean` is not known")
    (found,) = findings(RAW, call_of("abstract.LoadedModel.predict", Value(), X=given))
    assert found.doubt is not None
    assert "`clean` is not known" in found.doubt.text


def test_models_of_text_take_any_text() -> None:
    assert not findings(RAW, call_of("transformers.Pipeline.__call__", Value(), inputs=coming_from("request")))


TEST = frozenset({Rows("data")})
PREDICTED = Value(
    predictions=frozenset({Prediction(Fit(Place("example", 1, 2), "", TEST), Place("example", 3, 4), TEST)}), rows=TEST
)
LABELS = Value(rows=TEST)


def metric(name: str, first: Value, second: Value) -> list[Level | None]:
    return [each.level for each in findings(SWAPPED, call_of(name, y_true=first, y_pred=second))]


def test_the_metric_decides_the_level() -> None:
    assert metric("sklearn.metrics.precision_score", PREDICTED, LABELS) == [Level.ERROR]
    assert metric("sklearn.metrics.accuracy_score", PREDICTED, LABELS) == []


@pytest.mark.parametrize(("first", "second"), [(LABELS, PREDICTED), (PREDICTED, PREDICTED), (LABELS, LABELS)])
def test_other_orders_are_fine(first: Value, second: Value) -> None:
    assert metric("sklearn.metrics.precision_score", first, second) == []


def test_labels_that_were_not_seen_are_a_doubt() -> None:
    strange = Value(unknown="a helper", rows=EMPTY)
    (found,) = findings(SWAPPED, call_of("sklearn.metrics.r2_score", y_true=PREDICTED, y_pred=strange))
    assert found.doubt is not None
    assert [each.text for each in found.related] == ["the predictions are made here"]


@pytest.mark.parametrize(
    ("model", "checks", "level"),
    [
        ("sklearn.linear_model.LogisticRegression", (), Level.WARNING),
        ("sklearn.linear_model.LogisticRegression", ("typed",), Level.NOTE),
        ("sklearn.ensemble.RandomForestClassifier", (), Level.ERROR),
    ],
)
def test_a_model_that_refuses_bad_input_weighs_less(model: str, checks: tuple[str, ...], level: Level) -> None:
    receiver = Value(types=frozenset({model}))
    given = coming_from("request", checks=frozenset(checks))
    (found,) = findings(RAW, call_of("abstract.LoadedModel.predict", receiver, X=given))
    assert found.level is level


def compared(op: str, spelling: str) -> list[Finding]:
    return findings(NAN, comparisons=[Comparison(place=PLACE, op=op, spelling=spelling, function="example:")])


@pytest.mark.parametrize(
    ("op", "spelling", "level"),
    [
        ("==", "numpy.nan", None),
        ("!=", "pandas.NA", None),
        ("is", "numpy.nan", Level.WARNING),
        ("in", "math.nan", Level.WARNING),
    ],
)
def test_equality_weighs_more_than_identity(op: str, spelling: str, level: Level | None) -> None:
    (found,) = compared(op, spelling)
    assert found.level is level  # None: the rule's own, an error
    assert op in found.message
    assert spelling in found.message


@pytest.mark.parametrize(("op", "spelling"), [("is", "pandas.NA"), ("is not", "pandas.NaT"), ("in", "pandas.NA")])
def test_there_is_only_one_na(op: str, spelling: str) -> None:
    assert not compared(op, spelling)
