"""How does a person at a terminal see that a long scan is moving?"""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 1.0  # seconds before anything is shown: a short scan needs no bar, and importing rich takes 0.1 s
_REDRAW = 0.1


class ProgressBar:
    """A bar on standard error, drawn only if the scan takes long. It starts no thread: processes are forked meanwhile.

    Args:
        wanted: True or False if the user said so; None to decide by whether standard error is a terminal.
    """

    def __init__(self, wanted: bool | None) -> None:
        self._wanted = sys.stderr.isatty() if wanted is None else wanted
        self._began = self._drawn = time.monotonic()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._stage = ""

    def __enter__(self) -> "ProgressBar":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def __call__(self, stage: str, done: int, count: int) -> None:
        """Show that `done` of `count` are done in `stage`."""
        now = time.monotonic()
        if not self._wanted or now - self._began < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar()
            self._bar.start()
        if stage != self._stage:
            if self._task is not None:
                self._bar.remove_task(self._task)
            self._stage, self._task = stage, self._bar.add_task(stage, total=count)
        elif now - self._drawn < _REDRAW:
            return
        self._drawn = now
        if self._task is not None:
            self._bar.update(self._task, completed=done)
        self._bar.refresh()


def _bar() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    return Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
