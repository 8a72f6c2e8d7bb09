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
from analyzer.patterns.tree import plant
from analyzer.source.file import SourceFile

SECONDS = 300.0
NAMED = 3  # files that a notification names


class Run:
    """Starts semgrep on copies of `sources` in a folder of its own; `close` ends it and removes the folder.

    Args:
        program: the semgrep to run.
        rules: the files of rules.
        sources: what to search.
        rule_of: from semgrep's id of a rule to its qualified id here; empty if nobody asked for it.
        seconds: how long it may take.
    """

    def __init__(
        self,
        program: Path,
        rules: Sequence[Path],
        sources: Sequence[SourceFile],
        rule_of: Callable[[str], str],
        seconds: float = SECONDS,
    ) -> None:
        self._sources = sources
        self._failure = ""
        self._process: Process | None = None
        self._folder: Path | None = None
        try:
            self._folder = Path(tempfile.mkdtemp(prefix="mlvet-"))
            tree, home = self._folder / "tree", self._folder / "home"
            tree.mkdir()
            home.mkdir()
            self._reader = Reader(rule_of=rule_of, sources=plant(sources, tree))
            # A broad pattern takes longer in many processes than in few, and the analysis runs beside it.
            jobs = max(1, available_processors() // 2)
            copies = [Path(shutil.copyfile(path, home / f"{number}.yml")) for number, path in enumerate(rules)]
            self._process = start(program, copies, tree=tree, home=home, seconds=seconds, jobs=jobs)
        except ProgramError as error:
            self._failure = str(error)
        except OSError as error:
            self._failure = f"was not started: {error.strerror or error}"
        except BaseException:
            self.close()
            raise

    def finish(self) -> tuple[list[Finding], list[Notification]]:
        """The findings, and what went wrong."""
        if self._process is not None:
            try:
                return self._reader.read(self._process.wait())
            except ProgramError as error:
                self._failure = str(error)
        message = f"semgrep {self._failure}; pattern rules were not run on {counted(self._sources)}"
        return [], [Notification(kind=NotificationKind.PATTERNS_FAILED, level=Level.ERROR, message=message)]

    def close(self) -> None:
        """End what still runs, and leave nothing behind."""
        if self._process is not None:
            self._process.stop()
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)


def counted(sources: Sequence[SourceFile]) -> str:
    """How many files these are, and which."""
    paths = sorted(source.path for source in sources)
    named = ", ".join(f"`{path}`" for path in paths[:NAMED])
    more = f" and {len(paths) - NAMED} more" if len(paths) > NAMED else ""
    return f"{len(paths)} file{'' if len(paths) == 1 else 's'}: {named}{more}"
