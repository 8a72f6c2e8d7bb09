"""Is a fix remembered exactly as long as it would come out the same?"""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from analyzer.fix.memory import Memory
from analyzer.model.finding import Action, Change, Edit, Fix, Remedy
from analyzer.model.location import Location
from analyzer.source.file import FileKind, SourceFile

AT = Location(path="a.py", line=1, column=1, end_line=1, end_column=8)
FILE = SourceFile("a.py", b"f(x=1)\n", "d1", FileKind.MODULE, ("f(x=1)",))
REMEDY = Remedy(title="Do", changes=(Change(action=Action.SET_ARGUMENT, at=AT, name="x", code="2"),), safe=True)
FIX = Fix(title="Do", edits=(Edit(at=AT, text="f(x=2)"),), safe=True)


class _Worked:
    """Works out a fix, and counts how often."""

    def __init__(self, fix: Fix | None) -> None:
        self.fix = fix
        self.times = 0

    def __call__(self) -> Fix | None:
        self.times += 1
        return self.fix


def _asked(folder: Path, source: SourceFile, remedy: Remedy, fix: Fix | None) -> tuple[Fix | None, int]:
    """What a run of its own says, and whether it had to work that out."""
    worked = _Worked(fix)
    memory = Memory("k", folder)
    found = memory.fix(source, remedy, worked)
    memory.keep()
    return found, worked.times


def test_what_is_known_is_not_worked_out_again(tmp_path: Path) -> None:
    assert _asked(tmp_path, FILE, REMEDY, FIX) == (FIX, 1)
    assert _asked(tmp_path, FILE, REMEDY, None) == (FIX, 0)


def test_that_there_is_no_fix_is_known_as_well(tmp_path: Path) -> None:
    assert _asked(tmp_path, FILE, REMEDY, None) == (None, 1)
    assert _asked(tmp_path, FILE, REMEDY, FIX) == (None, 0)


def test_another_text_path_or_remedy_is_another_question(tmp_path: Path) -> None:
    _asked(tmp_path, FILE, REMEDY, FIX)
    for source, remedy in (
        (replace(FILE, digest="d2"), REMEDY),
        (replace(FILE, path="b.py"), REMEDY),
        (FILE, replace(REMEDY, safe=False)),
    ):
        memory, worked = Memory("k", tmp_path), _Worked(None)
        assert memory.fix(source, remedy, worked) is None
        assert worked.times == 1


def test_fewer_questions_forget_nothing(tmp_path: Path) -> None:
    other = replace(REMEDY, title="Do otherwise")
    memory = Memory("k", tmp_path)
    for remedy in (REMEDY, other):
        memory.fix(FILE, remedy, _Worked(FIX))
    memory.keep()
    _asked(tmp_path, FILE, REMEDY, None)
    assert _asked(tmp_path, FILE, other, None) == (FIX, 0)


def test_without_a_folder_nothing_is_remembered() -> None:
    memory, worked = Memory(), _Worked(FIX)
    assert [memory.fix(FILE, REMEDY, worked) for _ in range(2)] == [FIX, FIX]
    memory.keep()
    assert worked.times == 2


def test_an_unchanged_project_is_reported_without_parsers(tmp_path: Path) -> None:
    """The point of it all: the second report has the same fixes and has loaded nothing that works them out."""
    project = tmp_path / "project"
    project.mkdir()
    (project / "a.py").write_text("import torch\n\nmodel = torch.load('m.pt', weights_only=False)\n")
    os.utime(project / "a.py", (1, 1))
    code = (
        "import sys\n"
        "from analyzer.cli.main import main\n"
        "sys.argv[1:] = ['scan', '--isolated', '--select', 'deserialization', '--format', 'json:../' + sys.argv[1]]\n"
        "try: main()\n"
        "finally: print(*(name for name in ('libcst', 'tree_sitter') if name in sys.modules))\n"
    )
    loaded, fixes = [], []
    for name in ("first", "second"):
        ran = subprocess.run(
            [sys.executable, "-c", code, name],
            cwd=project,
            env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            check=False,
        )
        loaded.append(ran.stdout.split())
        fixes.append((tmp_path / name).read_text().count('"edits"'))
    assert loaded == [["libcst", "tree_sitter"], []]
    assert fixes[0] == fixes[1] > 0
