"""Are the steps of data on its way to a model seen, and those that can't be resolved marked?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Facts
from analyzer.interpret.preprocessing import preprocessings
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from analyzer.model.location import Location
from analyzer.model.preprocessing import Preprocessing, StepKind
from tests.unit.interpret.programs import project_of

READS = frozenset({"preprocessing", "artefact", "fit", "learn", "transform", "model-input", "load.pickle", "prepare"})
NOWHERE = Location(path="m.py", line=1, column=1, end_line=1, end_column=1)
HEAD = """
import joblib
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.preprocessing import MinMaxScaler, StandardScaler
frame = pd.read_csv("train.csv")
"""


def ways(code: str, **others: str) -> tuple[Preprocessing, ...]:
    files = {"main.py": HEAD + textwrap.dedent(code), **{f"{name}.py": text for name, text in others.items()}}
    project, _ = project_of(files)
    facts: Facts = interpret(project, "main", Vocabulary([Ask(READS)]))
    module = project.module("main")
    assert module is not None
    return preprocessings(facts, "main", module, lambda _: NOWHERE)


def steps(code: str, **others: str) -> list[str]:
    """The steps before the model, as text."""
    (way,) = ways(code, **others)
    found = way.steps_of(StepKind.OPERATION, StepKind.TRANSFORMER, StepKind.COLUMNS, StepKind.ROWS, StepKind.UNKNOWN)
    return [f"{step}{list(step.columns)}" if step.columns else str(step) for step in found]


def fitted(*prepare: str) -> list[str]:
    code = "\n".join((*prepare, "joblib.dump(LinearRegression().fit(X, frame['y']), 'm.joblib')"))
    return steps(code)


@pytest.mark.parametrize(
    ("prepare", "seen"),
    [
        ("X = frame[['a', 'b']].fillna(0)", ["select['a', 'b']", "fillna(value=0)"]),
        ("X = frame.dropna().clip(upper=5.0)", ["dropna()", "clip(upper=5)"]),
        ("X = np.log1p(frame[['a']])", ["select['a']", "log1p()"]),
        ("X = frame[['a']] / 255.0", ["select['a']", "/(operand=255, side=right)"]),
        ("frame['a'] = frame['a'].fillna(3)\nX = frame[['a']]", ["fillna(value=3)['a']", "select['a']"]),
        ("frame['a'].fillna(3, inplace=True)\nX = frame[['a']]", ["fillna(value=3)['a']", "select['a']"]),
        ("X = StandardScaler(with_mean=False).fit_transform(frame)", ["StandardScaler(with_mean=False)"]),
        ("X = StandardScaler(with_mean=True).fit_transform(frame)", ["StandardScaler()"]),
        ("X = frame[['a']].to_numpy().reshape(-1, 1)", ["select['a']"]),
        ("LIMIT = 5\nX = frame.clip(upper=LIMIT)", ["clip(upper=5)"]),
        ("X = frame.clip(upper=limit())", ["clip(upper=?)"]),
    ],
)
def test_steps(prepare: str, seen: list[str]) -> None:
    assert fitted(prepare) == seen


def test_a_branch_is_an_unknown_step() -> None:
    assert fitted("X = frame", "if frame.shape[0] > many():", "    X = X.fillna(0)") == ["depends on a branch()"]


def test_code_that_is_not_known_is_an_unknown_step() -> None:
    (only,) = fitted("from elsewhere import prepare", "X = prepare(frame)")
    assert "not known" in only


def test_functions_of_the_project_are_followed() -> None:
    code = "from features import prepare\njoblib.dump(LinearRegression().fit(prepare(frame), frame['y']), 'm.joblib')"
    assert steps(code, features="def prepare(table):\n    return table.fillna(-1)\n") == ["fillna(value=-1)"]


def test_a_model_that_is_not_saved_has_no_preprocessing() -> None:
    assert ways("LinearRegression().fit(frame.fillna(0), frame['y'])\njoblib.dump({}, 'other.joblib')") == ()


def test_what_is_saved_is_described() -> None:
    code = """
    scaler = MinMaxScaler(feature_range=(0, 2))
    X = scaler.fit_transform(frame)
    model = LinearRegression().fit(X, frame["y"])
    joblib.dump({"model": model, "scaler": scaler}, "out/bundle.joblib")
    """
    (way,) = ways(code)
    assert way.artefact == "out/bundle.joblib"
    texts = {text: name for name, text in way.saved}
    assert texts["sklearn.preprocessing.MinMaxScaler(feature_range=[0, 2])"] == "bundle.joblib"


def test_a_loaded_model_is_asked_about_data_with_loaded_and_fresh_transformers() -> None:
    code = """
    import os
    HERE = os.path.dirname(__file__)
    model = joblib.load(os.path.join(HERE, "out", "model.joblib"))
    scaler = joblib.load("scaler.joblib")
    model.predict(scaler.transform(frame))
    model.predict(StandardScaler().fit_transform(frame))
    """
    loaded, fresh = ways(code)
    assert (loaded.purpose, loaded.artefact) == ("serve", "out/model.joblib")
    assert [step.artefact for step in loaded.steps_of(StepKind.TRANSFORMER)] == ["scaler.joblib"]
    assert [step.learns for step in fresh.steps_of(StepKind.TRANSFORMER)] == [True]


def test_data_of_a_parameter_that_nobody_gives_may_have_gone_through_more() -> None:
    (way,) = ways("model = joblib.load('m.joblib')\ndef ask(rows):\n    return model.predict(rows)")
    assert not way.is_known


def test_an_answer_that_is_compared_with_a_constant_is_a_decision() -> None:
    code = "LIMIT = 0.4\nmodel = joblib.load('m.joblib')\nprint(model.predict_proba(frame)[:, 1] > LIMIT)"
    (way,) = ways(code)
    (step,) = way.steps_of(StepKind.DECISION)
    assert (step.arguments, step.variables) == ((("operand", "0.4"),), (("operand", "LIMIT"),))
    assert [(name, text) for name, text, _ in way.variables] == [("LIMIT", "0.4")]


def test_without_a_saved_or_loaded_model_nothing_is_traced() -> None:
    assert ways("LinearRegression().fit(frame.fillna(0), frame['y'])") == ()
