"""Are the right modules interpreted, and does a failure cost one notification?"""

from collections.abc import Mapping

import pytest

from analyzer.engine import schedule
from analyzer.engine.plan import Schedule
from analyzer.engine.registry import LoadedRule, find, load_rules
from analyzer.engine.schedule import Analysis, analyse
from analyzer.interpret.facts import Facts
from analyzer.knowledge.vocabulary import Vocabulary
from analyzer.project.project import Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind

LOAD = "import pickle\ndef load(f):\n    return pickle.load(f)\n"


class Recorder:
    """An interpreter that finds nothing and remembers what it was asked."""

    def __init__(self, failing: str = "", exhausted: str = "") -> None:
        self.asked: list[str] = []
        self._failing = failing
        self._exhausted = exhausted

    def __call__(self, project: Project, module: str, vocabulary: Vocabulary) -> Facts:
        self.asked.append(module)
        if module == self._failing:
            raise ValueError("boo")
        return Facts(exhausted=self._exhausted)


@pytest.fixture(scope="module")
def rules() -> list[LoadedRule]:
    return [find("pickle-load-of-untrusted-data", load_rules())]


def _analyse(files: Mapping[str, str], rules: list[LoadedRule], recorder: Recorder) -> Analysis:
    candidates = [
        Candidate(path=path, absolute=path, kind=FileKind.MODULE, content=text.encode()) for path, text in files.items()
    ]
    return analyse(candidates, rules, Versions(), Schedule(jobs=1, interpret=recorder))


def test_hits_and_what_imports_them_are_interpreted(rules: list[LoadedRule]) -> None:
    files = {
        "sink.py": LOAD,
        "direct.py": "from sink import load\n",
        "indirect.py": "if True:\n    import direct\n",
        "pkg/__init__.py": "from .inner import x\n",
        "pkg/inner.py": "from sink import (\n    load,  # why\n)\nx = load\n",
        "pkg/user.py": "from . import inner\n",
        "stranger.py": "import json\n",
        "imported_by_hit.py": "x = 1\n",
    }
    recorder = Recorder()
    analysis = _analyse({**files, "sink.py": f"import imported_by_hit\n{LOAD}"}, rules, recorder)
    assert sorted(recorder.asked) == ["direct", "indirect", "pkg", "pkg.inner", "pkg.user", "sink"]
    assert (analysis.files, analysis.units) == (8, 6)


def test_a_project_without_hits_is_not_interpreted(rules: list[LoadedRule]) -> None:
    recorder = Recorder()
    analysis = _analyse({"a.py": "import b\n", "b.py": "x = 1\n"}, rules, recorder)
    assert (recorder.asked, analysis.files, analysis.lines) == ([], 2, 2)


def test_a_failing_interpreter_costs_one_module(rules: list[LoadedRule]) -> None:
    recorder = Recorder(failing="a")
    analysis = _analyse({"a.py": LOAD, "b.py": LOAD}, rules, recorder)
    assert sorted(recorder.asked) == ["a", "b"]
    ((kind, path, message),) = [(each.kind, each.path, each.message) for each in analysis.notifications]
    assert (kind, path, message) == ("analysis-failed", "a.py", "`a.py` was not analysed: ValueError: boo")


def test_a_spent_budget_is_told(rules: list[LoadedRule]) -> None:
    analysis = _analyse({"a.py": LOAD}, rules, Recorder(exhausted="the step budget"))
    assert [str(each.kind) for each in analysis.notifications] == ["budget-exhausted"]


def test_files_that_speak_to_the_tool_are_parsed(rules: list[LoadedRule]) -> None:
    analysis = _analyse({"a.py": "x = 1  # mlvet: ignore[x] y\n", "b.py": "x = 'mlvet:'\n"}, rules, Recorder())
    assert list(analysis.marked) == ["a.py"]


def test_all_processors_are_used_only_for_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schedule, "available_processors", lambda: 7)
    assert schedule._workers(Schedule(), small=True) == 1
    assert schedule._workers(Schedule(), small=False) == 7
    assert schedule._workers(Schedule(jobs=3), small=True) == 3
