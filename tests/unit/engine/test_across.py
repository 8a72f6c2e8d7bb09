"""Are rules that compare modules asked once, and does one that fails cost no more than itself?"""

from pathlib import Path

from analyzer.engine.across import across
from analyzer.engine.examine import Examined, decode_examined
from analyzer.engine.registry import LoadedRule
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.preprocessing import Preprocessing, Step, StepKind
from analyzer.testing import findings_in
from tests.unit.engine.rules_on_the_fly import write_rule

AT = Location(path="app.py", line=3, column=1, end_line=3, end_column=9)
STEP = Step(kind=StepKind.OPERATION, name="fillna", arguments=(("value", "0"),), columns=("age",), at=AT)
WAY = Preprocessing(entry="app:ask", purpose="serve", steps=(STEP,), artefact="m.pkl", at=AT)
ACROSS = """

def across(ctx):
    {body}


import dataclasses

READS = ("preprocessing", "load.pickle", "model-input")
RULE = dataclasses.replace(RULE, across=across, reads=READS)
"""


def _rule(folder: Path, body: str) -> LoadedRule:
    path = write_rule(folder).path
    path.write_text(path.read_text(encoding="utf-8") + ACROSS.format(body=body), encoding="utf-8")
    return LoadedRule(path)


def test_a_rule_is_asked_once_with_what_all_modules_have_shown(tmp_path: Path) -> None:
    rule = _rule(tmp_path, "return [ctx.finding(each.at, each.entry) for each in ctx.preprocessings]")
    findings, notifications = across([rule], [WAY])
    assert [(each.at, each.message) for each in findings] == [(AT, "app:ask")]
    assert notifications == []


def test_without_a_model_no_rule_is_asked(tmp_path: Path) -> None:
    assert across([_rule(tmp_path, "raise ValueError('never')")], []) == ([], [])


def test_a_rule_that_fails_is_one_notification(tmp_path: Path) -> None:
    rule = _rule(tmp_path, "raise ValueError('no')")
    findings, (note,) = across([rule], [WAY])
    assert findings == []
    assert (note.rule_id, note.level) == (rule.qualified, Level.ERROR)
    assert "ValueError: no" in note.message


def test_preprocessings_come_back_from_worker_processes() -> None:
    import msgspec

    examined = Examined(preprocessings=(WAY,))
    (back,) = decode_examined(msgspec.msgpack.encode(examined)).preprocessings
    assert back == WAY
    assert (back.at, back.steps[0].at) == (AT, AT)


def test_what_tests_do_with_models_is_no_preprocessing_of_the_program(tmp_path: Path) -> None:
    rule = _rule(tmp_path, "return [ctx.finding(each.at, each.entry) for each in ctx.preprocessings]")
    text = "import pickle\nmodel = pickle.load(open('m.pkl', 'rb'))\nmodel.predict([[1]])\n"
    found, _ = findings_in({"app.py": text, "test_app.py": text}, [rule])
    assert {each.at.path for each in found if each.message != "a load"} == {"app.py"}
