"""What does the tool stand behind, given a finding and what a reviewer said of it?"""

from collections.abc import Iterable

from analyzer.config import Config
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Kind, Result, RuleInfo, Suppression, SuppressionKind
from analyzer.model.review import Outcome, Verdict


def settle(
    finding: Finding,
    rule: RuleInfo,
    verdict: Verdict | None,
    config: Config,
    suppressions: Iterable[Suppression] = (),
) -> Result:
    """The result that a finding becomes.

    | finding  | verdict              | kind                                    | level       |
    |----------|----------------------|-----------------------------------------|-------------|
    | no doubt | counts for nothing   | fail                                    | the rule's  |
    | doubt    | confirmed            | fail                                    | the rule's  |
    | doubt    | refuted              | fail, suppressed with the rationale     | the rule's  |
    | doubt    | inconclusive or none | review; consumers without kinds: `note` | none        |

    The rule's level is that of the configuration, else that of the finding, else that of the rule.

    Arguments:
        finding: the rule's claim.
        rule: the rule that claims it.
        verdict: the reviewer's answer, if one was asked for.
        config: for levels and for rules that do not count in some files.
        suppressions: those that comments ask for.
    """
    if finding.doubt is None:
        verdict = None
    held = [*suppressions, *_project_wide(finding, rule, config)]
    if finding.doubt is not None and (verdict is None or verdict.outcome is Outcome.INCONCLUSIVE):
        kind, level, shown = Kind.REVIEW, Level.NONE, Level.NOTE
    else:
        kind, level = Kind.FAIL, _level(finding, rule, config)
        shown = level
    if verdict is not None and verdict.outcome is Outcome.REFUTED:
        held.append(Suppression(kind=SuppressionKind.EXTERNAL, justification=verdict.rationale))
    return Result(
        finding=finding,
        kind=kind,
        level=level,
        shown_level=shown,
        verdict=verdict,
        suppressions=tuple(dict.fromkeys(held)),
    )


def _level(finding: Finding, rule: RuleInfo, config: Config) -> Level:
    if (override := config.override_of(rule)) is not None:
        # A rule that is off has not run; if it has after all, its findings weigh nothing.
        return override[0] or Level.NONE
    return finding.level or rule.level


def _project_wide(finding: Finding, rule: RuleInfo, config: Config) -> list[Suppression]:
    """A finding that the configuration ignores is kept and suppressed like any other, so that it can be listed."""
    if not config.ignores_in(finding.at.path, rule):
        return []
    origin = config.origins.get("per_file_ignores", "the configuration")
    reason = f"`per-file-ignores` of {origin} ignores `{rule.qualified}` in `{finding.at.path}`"
    return [Suppression(kind=SuppressionKind.EXTERNAL, justification=reason)]
