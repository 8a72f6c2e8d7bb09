"""Which findings remain when one place was seen in several contexts?"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from analyzer.model.finding import Finding, Related
from analyzer.model.level import Level
from analyzer.model.location import Location


def merge(findings: Iterable[Finding], *, entered: Collection[str], levels: Mapping[str, Level]) -> tuple[Finding, ...]:
    """One finding per rule and primary region, sorted by path, line, column and rule.

    A function is interpreted once for every way it is called and once as if anybody could call it. Where the project
    itself calls it, those calls decide: a finding whose doubt is only about the parameters of such functions is
    dropped. Of the findings of one place, one without doubt beats one with doubt, then the higher level, then the
    shorter flow; the related places of equally strong ones are united.

    Args:
        findings: what the rules claimed, in any order.
        entered: "module:qualname" of every project function that project code called.
        levels: by qualified rule id, the level of findings that do not state one.
    """
    groups: dict[tuple[str, Location], list[Finding]] = {}
    for finding in findings:
        if not _settled_by_callers(finding, entered):
            groups.setdefault((finding.rule_id, finding.at), []).append(finding)
    merged = (_strongest(group, levels) for group in groups.values())
    return tuple(sorted(merged, key=_position))


def _settled_by_callers(finding: Finding, entered: Collection[str]) -> bool:
    functions = finding.doubt.parameters_of if finding.doubt is not None else ()
    return bool(functions) and all(function in entered for function in functions)


def _strongest(group: list[Finding], levels: Mapping[str, Level]) -> Finding:
    if len(group) == 1:
        return group[0]
    group.sort(key=lambda finding: (*_weakness(finding, levels), len(finding.flow), _text(finding)))
    first = group[0]
    equals = [finding for finding in group if _weakness(finding, levels) == _weakness(first, levels)]
    related: dict[Related, None] = {}
    for finding in equals:
        related.update(dict.fromkeys(finding.related))
    if len(related) == len(first.related):
        return first
    return replace(first, related=tuple(related))


def _weakness(finding: Finding, levels: Mapping[str, Level]) -> tuple[bool, int]:
    level = finding.level if finding.level is not None else levels.get(finding.rule_id, Level.NONE)
    return finding.doubt is not None, -level.rank


def _text(finding: Finding) -> str:
    """All of a finding as text: an order that depends on nothing but its content."""
    return repr(finding)


def _position(finding: Finding) -> tuple[str, int, int, int, int, str]:
    at = finding.at
    return at.path, at.line, at.column, at.end_line, at.end_column, finding.rule_id
