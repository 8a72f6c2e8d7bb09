"""Is semgrep started only when it can matter, beside the analysis, once, and is a missing one told honestly?"""

from pathlib import Path

import pytest

from analyzer.engine.registry import LoadedRule
from analyzer.model.level import Level
from analyzer.model.result import NotificationKind
from analyzer.patterns import program
from analyzer.patterns.search import Place, Rules, Search
from analyzer.patterns.user_rules import load
from analyzer.source.discover import discover
from tests.unit.patterns.fake import answering, match, semgrep

RULE = '''"""## What it finds
## Why it matters
## Bad
## Good
## When it is fine
## What it cannot see
## References
"""
from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="odd-word",
    title="An odd word",
    level=Level.WARNING,
    precision=Precision.HIGH,
    since="0.2.0",
    artefacts=Artefacts(files=("*.sh", "Dockerfile*"), words=("Odd", "weird"), also=("word",)),
)
'''


@pytest.fixture
def rules(tmp_path: Path) -> Rules:
    folder = tmp_path / "rules" / "patterns"
    folder.mkdir(parents=True)
    (folder / "odd_word.py").write_text(RULE)
    (folder / "odd_word.yml").write_text("rules: []\n")
    return Rules(ours=[LoadedRule(folder / "odd_word.py")])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "run.sh").write_text("echo an odd word\n")
    (folder / "plain.sh").write_text("echo odd\n")
    (folder / "notes.txt").write_text("an odd word\n")
    (folder / "train.py").write_text("x = 'an odd word'\n")
    return folder


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A stand-in for semgrep is installed, which finds something and logs its starts."""
    path = tmp_path / "log"
    (tmp_path / "bin").mkdir()
    found = [match("odd-word", "run.sh", 8, 11), match("odd-word.variant", "run.sh", 0, 4), match("no", "run.sh", 0, 4)]
    tool = answering(tmp_path / "bin", {"results": found}, path)
    monkeypatch.setattr(program, "find", lambda _environ: tool)
    return path


def search(rules: Rules, project: Path, folder: Path | None = None, *, insisted: bool = False) -> Search:
    found = discover(["."], root=project, wanted=rules.wanted())
    return Search(rules, found, Place(root=project, folder=folder, asked=["."], insisted=insisted))


def starts(log: Path) -> int:
    return len(log.read_text().splitlines()) if log.exists() else 0


def test_findings_of_variants_belong_to_the_rule(rules: Rules, project: Path, log: Path) -> None:
    with search(rules, project) as begun:
        found = begun.finish()
    assert [(each.rule_id, each.at.path, each.at.column) for each in found.findings] == [
        ("patterns/odd-word", "run.sh", 9),
        ("patterns/odd-word", "run.sh", 1),
    ]
    assert (found.files, found.lines, found.notifications) == (2, 2, ())


def test_nothing_is_left_behind(rules: Rules, project: Path, log: Path) -> None:
    with search(rules, project) as begun:
        begun.finish()
    (tree,) = log.read_text().splitlines()
    assert not Path(tree).parent.exists()
    with pytest.raises(KeyboardInterrupt), search(rules, project):
        raise KeyboardInterrupt
    assert not Path(log.read_text().splitlines()[-1]).parent.exists()


def test_no_file_with_the_words_no_start(rules: Rules, project: Path, log: Path) -> None:
    (project / "run.sh").unlink()
    with search(rules, project) as begun:
        found = begun.finish()
    assert (found.files, found.findings, starts(log)) == (1, (), 0)


def test_no_file_at_all_no_start(rules: Rules, project: Path, log: Path) -> None:
    for path in project.glob("*.sh"):
        path.unlink()
    with search(rules, project, project.parent / "cache") as begun:
        assert (begun.finish().files, starts(log)) == (0, 0)
    assert not (project.parent / "cache").exists()


def test_an_unchanged_project_is_not_searched_again(rules: Rules, project: Path, log: Path) -> None:
    cache = project.parent / "cache"
    with search(rules, project, cache) as begun:
        first = begun.finish()
    with search(rules, project, cache) as begun:
        second = begun.finish()
    assert (second.findings, second.files, second.lines) == (first.findings, first.files, first.lines)
    assert starts(log) == 1
    (project / "plain.sh").write_text("echo an odd word\n")
    with search(rules, project, cache) as begun:
        begun.finish()
    assert starts(log) == 2


def test_a_changed_rule_searches_again(rules: Rules, project: Path, log: Path) -> None:
    cache = project.parent / "cache"
    with search(rules, project, cache) as begun:
        begun.finish()
    rules.ours[0].patterns.write_text("rules: [] # changed\n")
    with search(rules, project, cache) as begun:
        begun.finish()
    assert starts(log) == 2


@pytest.mark.parametrize(("insisted", "level"), [(False, Level.WARNING), (True, Level.ERROR)])
def test_without_semgrep_one_notification_names_the_files(
    rules: Rules, project: Path, monkeypatch: pytest.MonkeyPatch, insisted: bool, level: Level
) -> None:
    monkeypatch.setattr(program, "find", lambda _environ: None)
    with search(rules, project, project.parent / "cache", insisted=insisted) as begun:
        found = begun.finish()
    (notification,) = found.notifications
    assert (notification.kind, notification.level) == (NotificationKind.PATTERNS_NOT_SEARCHED, level)
    assert notification.message.startswith(
        "semgrep is not installed, so pattern rules were not run on 1 file: `run.sh`"
    )
    assert found.files == 1  # `plain.sh` holds no word, which needs no semgrep to know
    assert not (project.parent / "cache").exists()


def test_without_semgrep_and_hits_nothing_is_said(rules: Rules, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "find", lambda _environ: None)
    (project / "run.sh").unlink()
    with search(rules, project) as begun:
        assert begun.finish().notifications == ()


@pytest.mark.parametrize(
    ("body", "reason"),
    [("sys.exit(3)", "ended with exit code 3"), ("print('{')", "gave an answer that cannot be read")],
)
def test_a_semgrep_that_fails_is_an_error_and_is_asked_again(
    rules: Rules, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str, reason: str
) -> None:
    (tmp_path / "bin").mkdir()
    tool = semgrep(tmp_path / "bin", body)
    monkeypatch.setattr(program, "find", lambda _environ: tool)
    for _ in range(2):
        with search(rules, project, tmp_path / "cache") as begun:
            (notification,) = begun.finish().notifications
        assert (notification.kind, notification.level) == (NotificationKind.PATTERNS_FAILED, Level.ERROR)
        assert notification.message.startswith(f"semgrep {reason}")
        assert notification.message.endswith("pattern rules were not run on 1 file: `run.sh`")


def test_a_users_rules_are_a_run_of_their_own_and_see_python(
    rules: Rules, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bin").mkdir()
    tool = answering(tmp_path / "bin", {"results": [match("mine", "train.py", 0, 1)]}, tmp_path / "log")
    monkeypatch.setattr(program, "find", lambda _environ: tool)
    own = tmp_path / "own.yml"
    own.write_text("rules: [{id: mine, languages: [python], severity: INFO, message: m, pattern: x}]")
    with search(Rules(ours=rules.ours, users=load([own])), project) as begun:
        found = begun.finish()
    assert [(each.rule_id, each.at.path) for each in found.findings] == [("patterns/mine", "train.py")]
    assert (starts(tmp_path / "log"), found.files) == (2, 2)


def test_comments_for_this_tool_are_marked(rules: Rules, project: Path, log: Path) -> None:
    (project / "plain.sh").write_text("# mlvet: ignore[odd-word] so it is\n")
    with search(rules, project) as begun:
        assert begun.finish().marked == {"plain.sh": b""}


def test_what_cannot_be_read_is_a_part_that_was_not_searched(rules: Rules, project: Path, log: Path) -> None:
    (project / "binary.sh").write_bytes(b"odd word\0")
    (project / "latin.sh").write_bytes(b"# coding: x\n\xe4 odd word\n")
    (project / "large.sh").write_bytes(b"a" * 3 * 2**20)
    with search(rules, project) as begun:
        found = begun.finish()
    assert [(note.path, note.level) for note in found.notifications] == [("large.sh", Level.WARNING)]
    assert found.files == 3
