"""What does one process of semgrep find in these files?"""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from analyzer.engine.schedule import available_processors
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.patterns.answer import Reader
from analyzer.patterns.program import Process, ProgramError, start
from analyzer.patterns.tree import Tree
from analyzer.source.discover import Candidate
from analyzer.source.file import SourceFile

SECONDS = 300.0
_NAMED = 3  # files that a notification names


class Run:
    """One run: files are added, semgrep is started, its answer is taken; `close` leaves nothing behind.

    Whatever goes wrong on the way is told by `finish`.

    Args:
        rule_of: from semgrep's id of a rule to its qualified id here; empty if nobody asked for it.
        max_bytes: see `source.read.read`.
        seconds: how long semgrep may take.
    """

    def __init__(self, rule_of: Callable[[str], str], max_bytes: int | None = None, seconds: float = SECONDS) -> None:
        self._rule_of = rule_of
        self._max_bytes = max_bytes
        self._seconds = seconds
        self._paths: list[str] = []
        self._failure = ""
        self._folder: Path | None = None
        self._tree: Tree | None = None
        self._process: Process | None = None

    def add(self, source: SourceFile, candidate: Candidate) -> None:
        """Let a file be searched."""
        self._paths.append(source.path)
        try:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="mlvet-"))
                (self._folder / "tree").mkdir()
                (self._folder / "home").mkdir()
                self._tree = Tree(self._folder / "tree", self._max_bytes)
            if self._tree is not None:
                self._tree.add(source, candidate)
        except OSError as error:
            self._failure = f"could not be given a copy of `{source.path}` ({error.strerror or error})"

    def start(self, program: Path, rules: Sequence[Path]) -> None:
        """Start semgrep with files of rules, if there is anything to search."""
        if self._failure or self._folder is None:
            return
        home = self._folder / "home"
        # A broad pattern takes longer in many processes than in few, and the analysis runs beside it.
        jobs = max(1, available_processors() // 2)
        try:
            copies = [Path(shutil.copyfile(path, home / f"{number}.yml")) for number, path in enumerate(rules)]
            tree = self._folder / "tree"
            self._process = start(program, copies, tree=tree, home=home, seconds=self._seconds, jobs=jobs)
        except (ProgramError, OSError) as error:
            self._failure = str(error)

    def finish(self) -> tuple[list[Finding], list[Notification]]:
        """The findings, and what went wrong."""
        if self._process is not None and self._tree is not None:
            try:
                return Reader(rule_of=self._rule_of, source_of=self._tree.source).read(self._process.wait())
            except ProgramError as error:
                self._failure = str(error)
        if not self._failure:
            return [], []
        message = f"semgrep {self._failure}; pattern rules were not run on {counted(self._paths)}"
        return [], [Notification(kind=NotificationKind.PATTERNS_FAILED, level=Level.ERROR, message=message)]

    def close(self) -> None:
        """End what still runs, and leave nothing behind."""
        if self._process is not None:
            self._process.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def counted(paths: Sequence[str]) -> str:
    """How many files these are, and which."""
    named = ", ".join(f"`{path}`" for path in sorted(paths)[:_NAMED])
    more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
    return f"{len(paths)} file{'' if len(paths) == 1 else 's'}: {named}{more}"
