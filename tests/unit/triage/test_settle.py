"""Does each finding become the result that the design's table says?"""

import pytest

from analyzer.config import Config
from analyzer.model.finding import Doubt, DoubtReason, Finding
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import Kind, RuleInfo, Suppression, SuppressionKind
from analyzer.model.review import Outcome, Verdict
from analyzer.model.rule import Precision
from analyzer.triage.settle import settle

RULE = RuleInfo(
    id="fit-before-split",
    family="leakage",
    title="t",
    level=Level.WARNING,
    precision=Precision.HIGH,
    tags=(),
    cwe=(),
    security_severity=None,
    since="0.1",
    question="q",
    markdown="",
)
AT = Location(path="src/a.py", line=1, column=1, end_line=1, end_column=2)
SURE = Finding(rule_id=RULE.qualified, message="m", at=AT)
DOUBTED = Finding(
    rule_id=RULE.qualified, message="m", at=AT, doubt=Doubt(reason=DoubtReason.INTENT, text="t", question="q")
)
FAIL = (Kind.FAIL, Level.WARNING, Level.WARNING)
REVIEW = (Kind.REVIEW, Level.NONE, Level.NOTE)


def verdict(outcome: Outcome) -> Verdict:
    return Verdict(outcome=outcome, rationale="it is split above")


@pytest.mark.parametrize(
    ("finding", "outcome", "expected", "suppressed"),
    [
        (SURE, None, FAIL, False),
        (SURE, Outcome.REFUTED, FAIL, False),
        (SURE, Outcome.INCONCLUSIVE, FAIL, False),
        (DOUBTED, None, REVIEW, False),
        (DOUBTED, Outcome.INCONCLUSIVE, REVIEW, False),
        (DOUBTED, Outcome.CONFIRMED, FAIL, False),
        (DOUBTED, Outcome.REFUTED, FAIL, True),
    ],
)
def test_the_table(
    finding: Finding, outcome: Outcome | None, expected: tuple[Kind, Level, Level], suppressed: bool
) -> None:
    given = verdict(outcome) if outcome else None
    result = settle(finding, RULE, given, Config())
    assert (result.kind, result.level, result.shown_level) == expected
    external = Suppression(kind=SuppressionKind.EXTERNAL, justification="it is split above")
    assert result.suppressions == ((external,) if suppressed else ())
    assert result.finding is finding
    assert result.verdict is (given if finding.doubt else None)


def test_the_level_is_the_configured_one_else_the_findings_else_the_rules() -> None:
    own = Finding(rule_id=RULE.qualified, message="m", at=AT, level=Level.ERROR)
    configured = Config(severity=(("leakage", Level.NOTE),))
    assert settle(own, RULE, None, Config()).level is Level.ERROR
    assert settle(own, RULE, None, configured).level is Level.NOTE
    assert settle(SURE, RULE, None, configured).shown_level is Level.NOTE
    assert settle(DOUBTED, RULE, None, configured).level is Level.NONE
    assert settle(SURE, RULE, None, Config(severity=(("leakage", None),))).level is Level.NONE


def test_suppressions_from_comments_and_configuration_are_kept_with_the_result() -> None:
    comment = Suppression(kind=SuppressionKind.IN_SOURCE, justification="r", at=AT)
    config = Config(
        per_file_ignores=(("src/", ("leakage",)),), origins={"per_file_ignores": "pyproject.toml"}
    )  # fmt: skip
    result = settle(DOUBTED, RULE, verdict(Outcome.REFUTED), config, (comment, comment))
    assert [item.justification for item in result.suppressions] == [
        "r",
        "`per-file-ignores` of pyproject.toml ignores `leakage/fit-before-split` in `src/a.py`",
        "it is split above",
    ]
    assert settle(SURE, RULE, None, Config(per_file_ignores=(("tests/", ("leakage",)),))).suppressions == ()
