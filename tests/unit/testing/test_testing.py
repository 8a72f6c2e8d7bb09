"""Do a rule's examples fail when they should?"""

from pathlib import Path

import pytest

from analyzer.testing import annotated, check_rule, examples
from tests.unit.engine.rules_on_the_fly import BAD, GOOD, write_rule

NEVER = "return []"


def _fence(*lines: str) -> str:
    return "\n".join(("```python", "import pickle", *lines, "```"))


def test_a_rule_that_keeps_its_word_has_no_faults(tmp_path: Path) -> None:
    rule = write_rule(tmp_path)
    assert len(examples(rule)) == 2
    assert check_rule(rule) == []


@pytest.mark.parametrize(
    ("bad", "good", "fault"),
    [
        (
            BAD.replace("pickle.load(", "print("),
            GOOD,
            "Bad example 1, example.py:3: not found: `print(open('x', 'rb'))`",
        ),
        (BAD, _fence("# ok: some-load", "pickle.load(f)"), "Good example 1, example.py:3: found, but annotated as ok"),
        (
            _fence("# ruleid: some-load", "pickle.load(f)", "pickle.load(g)"),
            GOOD,
            "example.py:4: found, but not annotated",
        ),
        (_fence("# todoruleid: some-load", "pickle.load(f)"), GOOD, "found at last: make `todoruleid` a `ruleid`"),
        (BAD, _fence("# todook: some-load", "print(f)"), "found no more: make `todook` an `ok`"),
        (BAD, _fence("print(f)"), "Good example 1 holds no annotation of this rule"),
        (BAD, _fence("# ok: some-load, some-lod", "print(f)"), "Good example 1 speaks of `some-lod`, another rule"),
        (BAD, "Nothing.", "section `## Good` holds no fenced example"),
        (BAD, _fence("# ok: some-load", "print(f)", "def (:"), "does not parse"),
    ],
)
def test_each_kind_of_fault_is_found(tmp_path: Path, bad: str, good: str, fault: str) -> None:
    faults = check_rule(write_rule(tmp_path, bad=bad, good=good))
    assert len(faults) == 1
    assert fault in faults[0]


def test_known_misses_and_false_alarms_are_no_faults(tmp_path: Path) -> None:
    miss = _fence("# todoruleid: some-load", "print(f)")
    alarm = _fence("# todook: fly/some-load", "pickle.load(f)")
    assert check_rule(write_rule(tmp_path, bad=miss, good=alarm)) == []


def test_a_rule_that_raises_fails_its_examples(tmp_path: Path) -> None:
    faults = check_rule(write_rule(tmp_path, 'raise ValueError("boo")'))
    assert any("rule `fly/some-load` failed on `example.py`: ValueError: boo" in fault for fault in faults)


def test_a_role_that_no_table_has_is_a_fault(tmp_path: Path) -> None:
    rule = write_rule(tmp_path)
    rule.path.write_text(
        rule.path.read_text().replace('reads=("load.pickle",)', 'reads=("load.pickle", "load.pickel")')
    )
    assert check_rule(rule) == ["`reads` names `load.pickel`, which no table of libraries has as a role"]


def test_an_annotated_file_and_folder(tmp_path: Path) -> None:
    rule = write_rule(tmp_path / "rules")
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.py").write_text("import pickle\n# ruleid: some-load\npickle.load(f)\n")
    (project / "b.py").write_text("import pickle\n# ok: some-load\npickle.load(f)\n")
    assert annotated(project / "a.py", [rule]) == []
    assert annotated(project, [rule]) == ["project/b.py:3: found, but annotated as ok: `pickle.load(f)`"]
