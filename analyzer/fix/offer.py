"""Which results get the edits that cure them?

What a remedy comes to is asked of `fix.edits`, unless it is remembered from an earlier run: then neither the parser nor
LibCST is loaded, which takes longer than all the rest of a run from memory.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from analyzer.fix.memory import Memory
from analyzer.model.finding import Finding, Fix, Remedy
from analyzer.model.result import BaselineState, Kind, Result
from analyzer.source.file import FileKind, SourceFile

if TYPE_CHECKING:
    from analyzer.fix.edits import Editable


def offered(
    results: Iterable[Result],
    sources: Callable[[str], SourceFile | None],
    *,
    doubted: bool = True,
    memory: Memory | None = None,
) -> tuple[Result, ...]:
    """The results, in their order; those that stand and whose remedy can be worked out have a fix.

    Args:
        results: all results of a run.
        sources: the file at a path of the run; None if it cannot be read any more.
        doubted: whether results that wait for a review get one, too, though their remedy may change the program.
        memory: what remedies came to before; it learns what is new. None to work out all of them.
    """
    files: dict[str, Editable] = {}
    memory = Memory() if memory is None else memory

    def fix_of(finding: Finding, remedy: Remedy) -> Fix | None:
        path = finding.at.path
        source = sources(path)
        if source is None or source.kind is FileKind.ARTEFACT:
            return None
        return memory.fix(source, remedy, lambda: _worked_out(files, source, remedy))

    return tuple(_with_fix(result, fix_of) if _stands(result, doubted) else result for result in results)


def _worked_out(files: dict[str, "Editable"], source: SourceFile, remedy: Remedy) -> Fix | None:
    from analyzer.fix.edits import Editable

    file = files.get(source.path)
    if file is None:
        file = files[source.path] = Editable(source)
    return file.fix(remedy) if file.holds(remedy) else None


def _stands(result: Result, doubted: bool) -> bool:
    remedy = result.finding.remedy
    if not doubted and result.kind is Kind.REVIEW and remedy is not None and not remedy.safe:
        return False
    return not result.suppressions and result.baseline_state not in (BaselineState.UNCHANGED, BaselineState.ABSENT)


def _with_fix(result: Result, fix_of: Callable[[Finding, Remedy], Fix | None]) -> Result:
    finding = result.finding
    if finding.remedy is None or finding.fix is not None:
        return result
    fix = fix_of(finding, finding.remedy)
    return result if fix is None else replace(result, finding=replace(finding, fix=fix))
