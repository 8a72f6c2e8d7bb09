"""How does `mlvet scan` fix what it finds, or show what it would?"""

import sys
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

import click

from analyzer.cli.exits import CLEAN, FOUND, UNFINISHED, Unfinished, exit_code
from analyzer.cli.scan import report, scan, write_reports
from analyzer.config import Config
from analyzer.model.level import Level
from analyzer.model.result import Run

if TYPE_CHECKING:
    from analyzer.fix.rounds import Repair


def run_with_fixes(config: Config, paths: tuple[str, ...], options: dict[str, Any]) -> int:
    """Scan and fix (`--fix`) or print the changes (`--diff-fixes`), report, and return the exit code.

    Raises:
        UsageError: the options do not go together.
        Refused: a setting cannot be used.
        Unfinished: a report could not be written.
    """
    if options["fix"] and options["diff_fixes"]:
        raise click.UsageError("--fix and --diff-fixes exclude each other")
    if not options["fix"] and not options["diff_fixes"]:
        raise click.UsageError("--unsafe-fixes says which fixes --fix or --diff-fixes take: add one of them")
    if options["fix"] and "-" in paths:
        raise click.UsageError("--fix has no file to change for `-`: --diff-fixes prints the changes")
    from analyzer.fix.rounds import MOST_ROUNDS, repair, write

    typed_in = sys.stdin.buffer.read() if "-" in paths and sys.stdin is not None else b""

    def scan_again(contents: Mapping[str, bytes]) -> Run:
        return scan(config, paths, options, contents=contents, stdin=BytesIO(typed_in))

    # Lines that a fix moves are no longer those that have changed since the base.
    rounds = 1 if config.diff_base else MOST_ROUNDS
    repaired = repair(scan_again, unsafe=options["unsafe_fixes"], rounds=rounds)
    if options["diff_fixes"]:
        return _show(repaired, config, options)
    written, failures = write(repaired)
    as_it_is = scan_again({}) if failures or config.diff_base else None
    return report(written.outcome(as_it_is, failures), config, options)


def _show(repaired: "Repair", config: Config, options: dict[str, Any]) -> int:
    """Print the diff, and report the files as they are, but nowhere among the diff."""
    from analyzer.fix.diff import unified
    from analyzer.report.text import counted
    from analyzer.report.write import ReportError
    from analyzer.report.write import write as write_bytes

    outcome = repaired.outcome()
    run = replace(repaired.first, notifications=outcome.notifications)
    diff = b"".join(unified(path, file.before, file.after) for path, file in repaired.files.items())
    code = UNFINISHED if exit_code(run, None) else FOUND if diff else CLEAN
    write_reports(run, replace(config, outputs=tuple(each for each in config.outputs if each.path)), options, code)
    try:
        write_bytes(_for_terminal(diff) if sys.stdout is not None and sys.stdout.isatty() else diff, None)
    except ReportError as error:
        raise Unfinished(str(error)) from None
    if not options["quiet"]:
        for notification in run.notifications:
            if notification.level is Level.ERROR:
                click.echo(f"mlvet: {notification.message}", err=True)
        results = counted(sum(sum(rules.values()) for rules in outcome.fixed.values()), "result")
        click.echo(f"mlvet: {results} in {counted(len(outcome.fixed), 'file')} would be fixed", err=True)
    return code


def _for_terminal(diff: bytes) -> bytes:
    """The diff as it can be shown: what comes from the files cannot drive the terminal."""
    from analyzer.report.display import escaped

    lines = diff.decode("utf-8", "backslashreplace").split("\n")
    return "\n".join("\t".join(map(escaped, line.rstrip("\r").split("\t"))) for line in lines).encode()
