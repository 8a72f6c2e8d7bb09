"""How is a project to be analysed: in how many processes, within which limits, and who is told?

Apart from `engine.schedule`, which does it, so that a run from memory loads nothing of the analysis.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from analyzer.interpret.facts import Facts
    from analyzer.knowledge.vocabulary import Vocabulary
    from analyzer.project.project import Project

Progress = Callable[[str, int, int], None]
Interpret = Callable[["Project", str, "Vocabulary"], "Facts"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How to analyse.

    Attributes:
        jobs: number of processes; None for what suits the machine and the project, one if it is small.
        max_bytes: see `source.read.read`.
        progress: told the name of a stage, how much of it is done, and how much there is.
        interpret: the interpreter; None for ours.
        method: how processes start, see `engine.pool.perform`.
    """

    jobs: int | None = None
    max_bytes: int | None = None
    progress: Progress = lambda _stage, _done, _count: None
    interpret: Interpret | None = None
    method: str = ""
