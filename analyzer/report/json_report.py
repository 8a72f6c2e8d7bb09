"""What does a program read after a scan, when it wants all of it and no standard in between?

The format is described in docs/json-report.md and by the JSON Schema beside this module. Additions keep the number in
`SCHEMA`; a removal or a change of meaning raises it.
"""

from collections.abc import Iterator

from analyzer.model.finding import Doubt, Finding, Fix, Related, Step
from analyzer.model.location import Location
from analyzer.model.result import Notification, Result, RuleInfo, Run, Suppression
from analyzer.model.review import Verdict
from analyzer.report.json_value import JsonObject, encoded
from analyzer.report.options import Options
from analyzer.report.statistics import count, standing

SCHEMA = "mlvet-report/1"


def render(run: Run, options: Options) -> bytes:
    """The JSON report of `run`: UTF-8, keys always present and in the documented order, one final line feed."""
    report: JsonObject = {
        "schema": SCHEMA,
        "tool": {"name": "mlvet", "version": options.version},
        "automation_id": run.automation_id,
        "selected": list(run.selected),
        "files": run.files,
        "lines": run.total_lines,
        "seconds": round(run.seconds, 3),
        "statistics": _statistics(run),
        "fixed": {path: dict(rules) for path, rules in sorted(run.fixed.items())},
        "results": [_result(result) for result in run.results],
        "notifications": [_notification(item) for item in run.notifications],
        "rules": [_rule(rule) for rule in run.rules],
        "code": _code(run),
    }
    return encoded(report)


def _statistics(run: Run) -> JsonObject:
    numbers = count(run)
    return {
        "levels": {level.value: n for level, n in numbers.levels},
        "standings": {stands.value: n for stands, n in numbers.standings},
        "rules": {rule: {stands.value: n for stands, n in counts} for rule, counts in numbers.rules},
    }


def _result(result: Result) -> JsonObject:
    finding = result.finding
    return {
        "rule": finding.rule_id,
        "kind": result.kind.value,
        "level": result.level.value,
        "shown_level": result.shown_level.value,
        "standing": standing(result).value,
        "message": finding.message,
        "at": _location(finding.at),
        "flow": [_noted(step) for step in finding.flow],
        "related": [_noted(place) for place in finding.related],
        "doubt": _doubt(finding.doubt),
        "verdict": _verdict(result.verdict),
        "fix": _fix(finding.fix),
        "suppressions": [_suppression(item) for item in result.suppressions],
        "baseline_state": result.baseline_state.value if result.baseline_state is not None else None,
        "fingerprints": dict(result.fingerprints),
        "properties": dict(finding.properties),
    }


def _location(at: Location) -> JsonObject:
    cell: JsonObject | None = None
    if at.cell is not None:
        cell = {"index": at.cell.index, "id": at.cell.id, "line": at.cell.line}
    return {
        "path": at.path,
        "line": at.line,
        "column": at.column,
        "end_line": at.end_line,
        "end_column": at.end_column,
        "cell": cell,
    }


def _noted(place: Step | Related) -> JsonObject:
    return {"at": _location(place.at), "text": place.text}


def _doubt(doubt: Doubt | None) -> JsonObject | None:
    if doubt is None:
        return None
    return {
        "reason": doubt.reason.value,
        "text": doubt.text,
        "question": doubt.question,
        "parameters_of": list(doubt.parameters_of),
    }


def _verdict(verdict: Verdict | None) -> JsonObject | None:
    if verdict is None:
        return None
    return {
        "outcome": verdict.outcome.value,
        "rationale": verdict.rationale,
        "quotes": [{"path": quote.path, "line": quote.line, "text": quote.text} for quote in verdict.quotes],
        "reviewer": verdict.reviewer,
        "prompt_digest": verdict.prompt_digest,
        "tokens": verdict.tokens,
    }


def _fix(fix: Fix | None) -> JsonObject | None:
    if fix is None:
        return None
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [{"at": _location(edit.at), "text": edit.text} for edit in fix.edits],
    }


def _suppression(item: Suppression) -> JsonObject:
    return {
        "kind": item.kind.value,
        "justification": item.justification,
        "at": _location(item.at) if item.at is not None else None,
    }


def _notification(item: Notification) -> JsonObject:
    return {
        "kind": item.kind.value,
        "level": item.level.value,
        "message": item.message,
        "path": item.path,
        "at": _location(item.at) if item.at is not None else None,
        "rule": item.rule_id,
    }


def _rule(rule: RuleInfo) -> JsonObject:
    return {
        "id": rule.qualified,
        "title": rule.title,
        "level": rule.level.value,
        "precision": rule.precision.value,
        "tags": list(rule.tags),
        "cwe": list(rule.cwe),
        "security_severity": rule.security_severity,
        "since": rule.since,
        "question": rule.question,
        "markdown": rule.markdown,
    }


def _code(run: Run) -> JsonObject:
    """The lines that some location of the report covers, by path and number: a reader needs no files to show them."""
    cited: dict[str, set[int]] = {}
    for at in _places(run):
        numbers = cited.setdefault(at.path, set())
        numbers.update(range(max(1, at.line), min(at.end_line, len(run.lines.get(at.path, ()))) + 1))
    code: JsonObject = {}
    for path in sorted(cited):
        lines = run.lines.get(path, ())
        if cited[path]:
            code[path] = {str(number): lines[number - 1] for number in sorted(cited[path])}
    return code


def _places(run: Run) -> Iterator[Location]:
    for result in run.results:
        yield from _places_of(result.finding)


def _places_of(finding: Finding) -> Iterator[Location]:
    yield finding.at
    yield from (step.at for step in finding.flow)
    yield from (place.at for place in finding.related)
