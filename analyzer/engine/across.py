"""What do the rules find that only a look at several modules shows?"""

from collections.abc import Sequence

from analyzer.api import ProjectContext
from analyzer.engine.registry import LoadedRule
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.preprocessing import Preprocessing
from analyzer.model.result import Notification, NotificationKind
from analyzer.model.rule import finds_nothing


def across(
    rules: Sequence[LoadedRule], preprocessings: Sequence[Preprocessing]
) -> tuple[list[Finding], list[Notification]]:
    """The findings of all rules that compare modules, and a notification for each that fails."""
    findings: list[Finding] = []
    notifications: list[Notification] = []
    for loaded in rules if preprocessings else ():
        if loaded.rule.across is finds_nothing:
            continue
        try:
            findings += loaded.rule.across(ProjectContext(loaded.qualified, tuple(preprocessings)))
        except Exception as error:  # noqa: BLE001 - a rule is other people's code
            reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
            notifications.append(
                Notification(
                    kind=NotificationKind.RULE_FAILED,
                    level=Level.ERROR,
                    message=f"rule `{loaded.qualified}` failed on the project: {reason}",
                    rule_id=loaded.qualified,
                )
            )
    return findings, notifications
