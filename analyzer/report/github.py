"""What does GitHub code scanning need otherwise than the SARIF standard?

It shows suppressed results as open ones, knows no `kind`, and has limits (GitHub documentation, "SARIF support for code
scanning"). What is left out is counted in a notification of the report; the rest of the mapping is in `Profile`.
"""

from collections.abc import Iterator

from analyzer.model.result import Result, Run
from analyzer.report.json_value import JsonObject, encoded
from analyzer.report.options import Options
from analyzer.report.sarif import log
from analyzer.report.sarif_result import Profile
from analyzer.report.statistics import Standing, standing

MOST_RESULTS = 25_000
MOST_SHOWN = 5_000
PROFILE = Profile(kinds=False, most_steps=1_000, most_related=1_000, most_tags=20)

# A result that a baseline knows stays in: leaving it out would close its entry on GitHub.
_LEFT_OUT = (Standing.SUPPRESSED, Standing.ABSENT)


def render(run: Run, options: Options) -> bytes:
    """The SARIF report of `run` for upload to GitHub code scanning, UTF-8, heaviest results first."""
    standing_results = [result for result in run.results if standing(result) not in _LEFT_OUT]
    standing_results.sort(key=_order)
    kept = standing_results[:MOST_RESULTS]
    remarks = _remarks(len(run.results) - len(standing_results), len(standing_results), kept)
    return encoded(log(run, kept, options, PROFILE, remarks))


def _order(result: Result) -> tuple[int, str, int, int, str]:
    at = result.finding.at
    return (-result.shown_level.rank, at.path, at.line, at.column, result.finding.rule_id)


def _remarks(settled: int, found: int, kept: list[Result]) -> Iterator[JsonObject]:
    """What a reader on GitHub does not see."""
    if settled:
        yield _remark("note", f"Left out as suppressed or no longer found: {_counted(settled)}.")
    if found > len(kept):
        yield _remark(
            "warning",
            f"Left out because GitHub takes {MOST_RESULTS:,} in one run: {_counted(found - len(kept))}; "
            "those kept are the first by level, then by path.",
        )
    if len(kept) > MOST_SHOWN:
        yield _remark("warning", f"GitHub shows {MOST_SHOWN:,} of the {_counted(len(kept))} in this report.")
    most = PROFILE.most_steps or 0
    long_flows = sum(len(result.finding.flow) > most for result in kept)
    if long_flows:
        yield _remark("note", f"Cut to the first and last {most // 2} steps: the flows of {_counted(long_flows)}.")


def _remark(level: str, text: str) -> JsonObject:
    return {"descriptor": {"id": "github-limits"}, "level": level, "message": {"text": text}}


def _counted(number: int) -> str:
    return f"{number:,} result{'' if number == 1 else 's'}"
