"""What does a person read after a scan?"""

from collections.abc import Iterator

from analyzer.model.finding import Doubt, Fix, Remedy
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import BaselineState, Kind, Notification, Result, Run
from analyzer.model.review import Outcome, Verdict
from analyzer.report.code import code_at
from analyzer.report.colour import Paint
from analyzer.report.display import escaped, one_line
from analyzer.report.excerpt import excerpt, summary
from analyzer.report.options import Options
from analyzer.report.statistics import Standing, Statistics, count, standing
from analyzer.report.uri import uri_of

_HIDDEN = (Standing.SUPPRESSED, Standing.UNCHANGED, Standing.ABSENT)


def render(run: Run, options: Options) -> bytes:
    """The text report of `run`, UTF-8: results, statistics if asked for, notifications, one summary line.

    Everything that comes from the analysed files is escaped, so that they cannot drive the terminal.
    """
    page = _Page(run, options)
    lines: list[str] = []
    first_rule = ""
    for result in run.results:
        if options.show_suppressed or standing(result) not in _HIDDEN:
            lines.extend((*page.result(result), ""))
            first_rule = first_rule or result.finding.rule_id
    numbers = count(run)
    if options.statistics and numbers.rules:
        lines.extend((*_table(numbers), ""))
    if run.notifications:
        lines.extend((*page.notifications(), ""))
    if run.fixed:
        lines.append(page.fixed())
    lines.append(page.summary(numbers))
    if first_rule:
        lines.append(f"What a rule means: `mlvet explain {escaped(first_rule)}`")
    return ("\n".join(lines) + "\n").encode("utf-8", "backslashreplace")


class _Page:
    """The parts of the report of one run."""

    def __init__(self, run: Run, options: Options) -> None:
        self._run = run
        self._options = options
        self._paint = Paint(options.colour, options.links)

    def result(self, result: Result) -> Iterator[str]:
        """All lines of one result."""
        finding = result.finding
        paint = self._paint
        word = "review" if result.kind is Kind.REVIEW else result.level.value
        header = f"{self._place(finding.at)}: {paint(word, word)} {paint('strong', escaped(finding.rule_id))}:"
        yield f"{header} {escaped(finding.message)}"
        code = code_at(finding.at, self._run.lines.get(finding.at.path, ()))
        if code is not None:
            yield from excerpt(code, width=self._options.width, style=word, paint=paint)
        yield from self._flow(result)
        shown = {step.at for step in finding.flow}
        for place in finding.related:
            if place.at in shown:
                continue
            yield from self._noted_place("see also", place.at, place.text)
        yield from self._doubt(finding.doubt, result.verdict)
        yield from self._status(result)
        yield from _fix(finding.fix or finding.remedy)

    def _place(self, at: Location) -> str:
        """Path, line and column of `at` as a person names them, linked to the file."""
        column = at.column
        if at.cell is not None and (code := code_at(at, self._run.lines.get(at.path, ()))) is not None:
            column = code.start
        path = self._paint("strong", escaped(at.path))
        if self._options.root_uri:
            uri = uri_of(at.path)
            path = self._paint.link(uri if at.path.startswith("/") else self._options.root_uri + uri, path)
        if at.cell is not None:
            return f"{path}:cell {at.cell.index}:{at.cell.line}:{column}"
        return f"{path}:{at.line}:{column}"

    def _flow(self, result: Result) -> Iterator[str]:
        flow = result.finding.flow
        if not flow:
            return
        yield "  how it gets there:"
        numbers = len(str(len(flow)))
        for number, step in enumerate(flow, start=1):
            yield f"  {number:>{numbers + 1}}. {self._place(step.at)}: {escaped(step.text)}"
            yield from self._code_line(step.at, indent=numbers + 5)

    def _noted_place(self, word: str, at: Location, text: str) -> Iterator[str]:
        yield f"  {word}: {self._place(at)}: {escaped(text)}"
        yield from self._code_line(at, indent=4)

    def _code_line(self, at: Location, *, indent: int) -> Iterator[str]:
        code = code_at(at, self._run.lines.get(at.path, ()))
        if code is not None:
            text = summary(code, width=self._options.width - indent - 2)
            yield f"{' ' * indent}{self._paint('gutter', '|')} {text}".rstrip()

    def _doubt(self, doubt: Doubt | None, verdict: Verdict | None) -> Iterator[str]:
        outcome = verdict.outcome if verdict is not None else None
        if doubt is not None and outcome in (None, Outcome.INCONCLUSIVE):
            yield f"  {self._paint('review', 'needs review')}: {one_line(doubt.text)}"
            yield f"    question: {one_line(doubt.question)}"
        if verdict is None:
            return
        reviewer = f" by {one_line(verdict.reviewer)}" if verdict.reviewer else ""
        yield f"  reviewed{reviewer}: {verdict.outcome.value}: {one_line(verdict.rationale)}"
        for quote in verdict.quotes:
            yield f"    {escaped(quote.path)}:{quote.line}: {one_line(quote.text)}"

    def _status(self, result: Result) -> Iterator[str]:
        for suppression in dict.fromkeys(result.suppressions):
            where = f" at {self._place(suppression.at)}" if suppression.at is not None else ""
            reason = one_line(suppression.justification) or "no reason given"
            yield f"  suppressed ({suppression.kind.value}{where}): {reason}"
        if result.baseline_state is BaselineState.UNCHANGED:
            yield "  known from the baseline"
        if result.baseline_state is BaselineState.ABSENT:
            yield "  in the baseline, no longer found"

    def notifications(self) -> Iterator[str]:
        """What the run has to say of itself, heaviest first."""
        for item in sorted(self._run.notifications, key=lambda item: -item.level.rank):
            yield f"{self._paint(item.level.value, item.level.value)}: {self._notified(item)}"

    def _notified(self, item: Notification) -> str:
        place = self._place(item.at) if item.at is not None else escaped(item.path)
        # The message names its file; a place says more only when it has a line.
        text = one_line(item.message)
        prefix = f"{place}: " if place and (item.at is not None or item.path not in item.message) else ""
        return f"{prefix}{text} [{item.kind.value}]"

    def fixed(self) -> str:
        """One line: what is no longer found because it was fixed."""
        counts = [sum(rules.values()) for rules in self._run.fixed.values()]
        return f"Fixed {counted(sum(counts), 'result')} in {counted(len(counts), 'file')}"

    def summary(self, numbers: Statistics) -> str:
        """One line: what was found, what is not shown, how much was read."""
        found = [counted(n, level.value) for level, n in numbers.levels if n and level is not Level.NONE]
        found += [f"{n} at level none" for level, n in numbers.levels if n and level is Level.NONE]
        counts = dict(numbers.standings)
        if counts[Standing.REVIEW]:
            found.append(f"{counts[Standing.REVIEW]} to review")
        words = {
            Standing.SUPPRESSED: "suppressed",
            Standing.UNCHANGED: "known from the baseline",
            Standing.ABSENT: "gone since the baseline",
        }
        hidden = [f"{counts[stands]} {word}" for stands, word in words.items() if counts[stands]]
        beside = f" ({', '.join(hidden)})" if hidden else ""
        run = self._run
        read = f"{counted(run.files, 'file')}, {counted(run.total_lines, 'line')}, {run.seconds:.2f} s"
        return f"{', '.join(found) or 'Nothing found'}{beside} in {read}"


def _fix(fix: Fix | Remedy | None) -> Iterator[str]:
    if fix is not None:
        yield f"  {'fix' if fix.safe else 'fix, may change behaviour'}: {one_line(fix.title)}"


def _table(numbers: Statistics) -> Iterator[str]:
    """Counts per rule, one column per standing that occurs, the most frequent rule first."""
    columns = [stands for stands, n in numbers.standings if n]
    rules = sorted(numbers.rules, key=lambda row: (-sum(n for _, n in row[1]), row[0]))
    rows = [("rule", *(stands.value for stands in columns))]
    rows += [(escaped(rule), *(str(dict(counts)[stands] or "-") for stands in columns)) for rule, counts in rules]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        numbers_of_row = (cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))
        yield "  ".join((row[0].ljust(widths[0]), *numbers_of_row))


def counted(number: int, noun: str) -> str:
    """`1 file`, `1,234 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
