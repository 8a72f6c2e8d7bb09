"""How does `mlvet scan` turn options into reports and an exit code?"""

import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from analyzer.cli.exits import Unfinished, exit_code
from analyzer.cli.progress import ProgressBar
from analyzer.cli.settings import option_of, refused, settings, settings_options
from analyzer.config import Config, ConfigError, Format, Output, Profile
from analyzer.engine.cache import folder
from analyzer.model.level import Level
from analyzer.model.result import Run
from analyzer.pipeline import Request
from analyzer.pipeline import scan as scan_paths

if TYPE_CHECKING:
    from analyzer.report.options import Options

_FORMATS = ("text", "json", "sarif")


@click.command("scan")
@settings_options
@click.option("--format", "formats", multiple=True, metavar="FORMAT[:FILE]", help="text (default), json or sarif.")
@click.option("--output", "output_files", multiple=True, metavar="FILE", help="Where each format goes, in order.")
@click.option("--fail-on", metavar="LEVEL", help="Exit code 1 from this level: error (default), warning, note, never.")
@click.option("--diff", metavar="BASE", help="Report only what stands on lines changed since BASE.")
@click.option("--baseline", metavar="FILE", help="Do not count results that FILE knows.")
@click.option(
    "--sarif-profile", metavar="NAME", help="Whom the SARIF report is for: sarif (any reader, default) or github."
)
@click.option("--category", metavar="NAME", help="SARIF's automation id, to tell apart several runs on one commit.")
@click.option("--fix", is_flag=True, help="Rewrite files with the safe fixes, and report what remains.")
@click.option("--diff-fixes", is_flag=True, help="Print what --fix would change as a diff, and change nothing.")
@click.option("--unsafe-fixes", is_flag=True, help="With those: also fixes that may change what the program does.")
@click.option("--show-suppressed", is_flag=True, help="List suppressed and known results, too.")
@click.option("--statistics", is_flag=True, help="End with counts per rule.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Default: auto.")
@click.option("--quiet", "-q", is_flag=True, help="Write nothing but the report.")
@click.option("--verbose", "-v", is_flag=True, help="Say on standard error what was done and which settings count.")
def command(paths: tuple[str, ...], **options: Any) -> int:
    """Find the failures of machine-learning code in PATHS: files, folders or `-` for standard input.

    Nothing of what is scanned is run. A report goes to standard output or to the FILE of --format or --output;
    everything else goes to standard error.
    """
    config = _settings(options)
    if options["fix"] or options["diff_fixes"] or options["unsafe_fixes"]:
        from analyzer.cli.fixing import run_with_fixes

        return run_with_fixes(config, paths, options)
    return report(scan(config, paths, options), config, options)


def report(run: Run, config: Config, options: dict[str, Any]) -> int:
    """Write the reports of a run, say what no report says, and return the exit code."""
    code = exit_code(run, config.fail_on)
    write_reports(run, config, options, code)
    if not options["quiet"]:
        _speak(run, config, verbose=options["verbose"])
    return code


def scan(
    config: Config,
    paths: tuple[str, ...],
    options: dict[str, Any],
    *,
    contents: Mapping[str, bytes] | None = None,
    stdin: BinaryIO | None = None,
) -> Run:
    """Scan `paths` with the options that all scanning commands have.

    Args:
        config: the settings.
        paths: files, folders or `-`.
        options: of the command.
        contents: what files hold instead of what is on disk, by path in reports, while they are being fixed; None if
            nothing is. Then fixes are worked out only for reports that show them.
        stdin: what `-` reads from; None for standard input.

    Raises:
        Refused: a setting cannot be used.
    """
    wanted = False if options.get("quiet") else options["progress"]
    with ProgressBar(wanted) as progress:
        request = Request(
            paths=paths or (".",),
            root=Path.cwd(),
            rule_dirs=tuple(Path(each) for each in options["rule_dirs"]),
            stdin=(stdin or _stdin()) if "-" in paths else None,
            stdin_filename=options["stdin_filename"],
            cache=folder(os.environ),
            contents=contents or {},
            fixes=contents is not None or any(_shows_edits(output, config) for output in config.outputs),
            doubted_fixes=contents is not None,
            progress=progress,
        )
        try:
            return scan_paths(config, request)
        except ConfigError as error:
            raise refused(error) from None


def write_reports(run: Run, config: Config, options: dict[str, Any], code: int) -> None:
    """Write every report that is asked for.

    Raises:
        Unfinished: a report could not be written.
    """
    from analyzer.report.formats import FORMATS
    from analyzer.report.write import ReportError, write

    failures = []
    # Files first: whoever reads our standard output may stop doing so.
    for output in sorted(config.outputs, key=lambda output: not output.path):
        github = output.format is Format.SARIF and config.profile is Profile.GITHUB
        render = FORMATS["github" if github else output.format.value]
        try:
            write(render(run, _report_options(output, options, code)), Path(output.path) if output.path else None)
        except ReportError as error:
            failures.append(str(error))
    if failures:
        raise Unfinished("; ".join(failures))


def _shows_edits(output: Output, config: Config) -> bool:
    return output.format is Format.JSON or (output.format is Format.SARIF and config.profile is not Profile.GITHUB)


def _settings(options: dict[str, Any]) -> Config:
    flags = {
        "select": options["select"],
        "ignore": options["ignore"],
        "exclude": options["exclude"],
        "fail_on": options["fail_on"],
        "outputs": _outputs(options["formats"], options["output_files"]),
        "profile": options["sarif_profile"],
        "sarif_category": options["category"],
        "baseline": options["baseline"],
        "diff_base": options["diff"],
        "jobs": options["jobs"],
        "max_file_size": options["max_file_size"],
        "cache": False if options["no_cache"] else None,
        "patterns": options["patterns"],
    }
    return settings(flags, options["config_file"], isolated=options["isolated"])


def _outputs(formats: tuple[str, ...], files: tuple[str, ...]) -> list[str]:
    """`FORMAT` or `FORMAT:FILE` per report: files of --output go to the formats without one, in order."""
    waiting = list(files)
    outputs = []
    for each in formats or (("text",) if files else ()):
        name, colon, _ = each.partition(":")
        if name not in _FORMATS:
            raise click.UsageError(f"--format: `{name}` is none of {', '.join(_FORMATS)}")
        outputs.append(each if colon or not waiting else f"{each}:{waiting.pop(0)}")
    if waiting:
        raise click.UsageError(f"--output: there is no --format for `{waiting[0]}`")
    return outputs


def _report_options(output: Output, options: dict[str, Any], code: int) -> "Options":
    from analyzer.report.options import Options, wants_colour, wants_links

    on_stdout = not output.path
    colour = on_stdout and wants_colour(sys.stdout, os.environ)
    return Options(
        colour={"always": True, "never": False}.get(options["color"], colour),
        links=on_stdout and options["color"] != "never" and wants_links(sys.stdout, os.environ),
        width=shutil.get_terminal_size((100, 24)).columns,
        show_suppressed=options["show_suppressed"],
        statistics=options["statistics"],
        root_uri=Path.cwd().as_uri() + "/",
        exit_code=code,
    )


def _speak(run: Run, config: Config, *, verbose: bool) -> None:
    """Say on standard error what no reader of a text report is told."""
    if not any(output.format is Format.TEXT and not output.path for output in config.outputs):
        for notification in run.notifications:
            if notification.level is Level.ERROR:
                click.echo(f"mlvet: {notification.message}", err=True)
    if verbose:
        for name, origin in sorted(config.origins.items()):
            click.echo(f"mlvet: {option_of(name)} is set by {origin if origin[:2] != '--' else 'its option'}", err=True)
        what = f"{run.files} files, {run.total_lines} lines, {len(run.rules)} rules, {len(run.results)} results"
        click.echo(f"mlvet: {what}, {run.seconds:.2f} s", err=True)


def _stdin() -> BinaryIO | None:
    return sys.stdin.buffer if sys.stdin is not None else None
