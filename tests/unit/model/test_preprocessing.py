"""Do two preprocessings differ where they mean different things, and only there?"""

from dataclasses import replace

import pytest

from analyzer.model.location import Location
from analyzer.model.preprocessing import (
    Preprocessing,
    Step,
    StepKind,
    comparable,
    decoded,
    differences,
    encoded,
)

SCALER = Step(kind=StepKind.TRANSFORMER, name="sklearn.preprocessing.StandardScaler", learns=True)
FILL = Step(kind=StepKind.OPERATION, name="fillna", arguments=(("value", "0"),), columns=("age",))
CHOICE = Step(kind=StepKind.COLUMNS, name="select", columns=("age", "income"))
MODEL = Step(kind=StepKind.MODEL, name="sklearn.linear_model.LogisticRegression", artefact="m.pkl")


def _train(*steps: Step) -> Preprocessing:
    saved = (("s.pkl", "sklearn.preprocessing.StandardScaler()"),)
    return Preprocessing(entry="train:", purpose="train", steps=(*steps, MODEL), artefact="m.pkl", saved=saved)


def _serve(*steps: Step) -> Preprocessing:
    return Preprocessing(entry="app:predict", purpose="serve", steps=(*steps, MODEL), artefact="m.pkl")


def test_places_and_names_of_variables_do_not_count() -> None:
    at = Location(path="a.py", line=1, column=1, end_line=1, end_column=2)
    moved = replace(FILL, at=at, variables=(("value", "GAP"),))
    assert differences(_train(FILL), _train(moved)) == ()
    assert _train(FILL) == _train(moved)


def test_another_constant_is_a_certain_change() -> None:
    (found,) = differences(_train(FILL, SCALER), _train(replace(FILL, arguments=(("value", "-1"),)), SCALER))
    assert (found.what, found.arguments, found.certain) == ("changed", ("value",), True)
    assert str(found) == "`fillna(value=0)` has become `fillna(value=-1)`"


def test_an_unresolved_constant_is_not_certain() -> None:
    (found,) = differences(_train(FILL), _train(replace(FILL, arguments=(("value", "?"),))))
    assert found.what == "changed"
    assert not found.certain


def test_another_transformer_takes_the_place_of_one() -> None:
    other = replace(SCALER, name="sklearn.preprocessing.MinMaxScaler")
    (found,) = differences(_train(FILL, SCALER), _train(FILL, other))
    assert (found.what, found.old, found.new, found.certain) == ("replaced", SCALER, other, True)


@pytest.mark.parametrize("hidden", [False, True])
def test_what_may_be_in_an_unknown_step_is_not_surely_missing(hidden: bool) -> None:
    unknown = (Step(kind=StepKind.UNKNOWN, name="`prepare` is not known"),) if hidden else ()
    (found,) = differences(_train(FILL, SCALER), _train(FILL, *unknown))
    assert (found.what, found.old) == ("missing", SCALER)
    assert found.certain is not hidden


def test_steps_in_another_order_have_moved() -> None:
    whats = {each.what for each in differences(_train(FILL, SCALER), _train(SCALER, FILL))}
    assert whats == {"moved"}


def test_columns_in_another_order_differ() -> None:
    (found,) = differences(_train(CHOICE), _train(replace(CHOICE, columns=("income", "age"))))
    assert (found.what, found.arguments) == ("changed", ("columns",))


def test_a_loaded_transformer_is_the_one_that_was_saved() -> None:
    loaded = Step(kind=StepKind.TRANSFORMER, name="@models/s.pkl", artefact="models/s.pkl")
    assert differences(*comparable(_train(SCALER), _serve(loaded))) == ()


def test_a_transformer_of_a_file_that_training_did_not_save_stays_unknown() -> None:
    loaded = Step(kind=StepKind.TRANSFORMER, name="@other.pkl", artefact="other.pkl")
    assert not any(each.certain for each in differences(*comparable(_train(SCALER), _serve(loaded))))


def test_dropped_rows_and_splits_need_not_be_repeated() -> None:
    rows = Step(kind=StepKind.ROWS, name="dropna")
    split = Step(kind=StepKind.SPLIT, name="sklearn.model_selection.train_test_split")
    source = Step(kind=StepKind.SOURCE, name="pandas.read_csv", arguments=(("path", "'train.csv'"),))
    assert differences(*comparable(_train(source, rows, FILL, split), _serve(FILL))) == ()


def test_columns_count_where_both_sides_choose_some() -> None:
    assert differences(*comparable(_train(CHOICE), _serve())) == ()
    other = replace(CHOICE, name="reindex", columns=("income", "age"))
    assert [each.certain for each in differences(*comparable(_train(CHOICE), _serve(other)))] == [True]


def test_the_encoded_form_is_stable_and_can_be_read_back() -> None:
    whole = _train(FILL, CHOICE, SCALER)
    assert decoded(encoded(whole)) == whole
    assert encoded(decoded(encoded(whole))) == encoded(whole)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 99}', '{"format": 1, "entry": "a:"}'])
def test_what_is_no_preprocessing_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        decoded(text)
