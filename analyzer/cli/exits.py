"""Which exit code says what?

A run that could not look everywhere (3) outranks one that found something (1): 1 then means that all that was asked
for was analysed, and a script that handles findings never takes a partial run for a whole one. The findings are in the
report either way.
"""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:  # what a run is made of is imported by who makes one: `mlvet --version` does not pay for it
    from analyzer.model.level import Level
    from analyzer.model.result import Result, Run

CLEAN = 0
FOUND = 1
USAGE = 2
UNFINISHED = 3
INTERRUPTED = 130  # 128 + SIGINT, as shells report it


class Refused(click.ClickException):
    """Wrong usage or configuration: one line on standard error, exit code 2."""

    exit_code = USAGE


class Unfinished(click.ClickException):
    """The work could not be finished: one line on standard error, exit code 3."""

    exit_code = UNFINISHED


def exit_code(run: "Run", fail_on: "Level | None") -> int:
    """The exit code of a scan.

    Args:
        run: what was found.
        fail_on: the lowest level that counts as a failure; None for none.
    """
    from analyzer.model.level import Level

    if any(notification.level is Level.ERROR for notification in run.notifications):
        return UNFINISHED
    return FOUND if fail_on is not None and any(_counts(result, fail_on) for result in run.results) else CLEAN


def _counts(result: "Result", fail_on: "Level") -> bool:
    """Whether a result stands: not suppressed, not known to a baseline, not waiting for a review, and heavy enough."""
    from analyzer.model.result import BaselineState, Kind

    stands = (
        not result.suppressions
        and result.kind is Kind.FAIL
        and result.baseline_state not in (BaselineState.UNCHANGED, BaselineState.ABSENT)
    )
    return stands and result.level.rank >= fail_on.rank
