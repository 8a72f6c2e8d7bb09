"""How does `mlvet baseline` record what is there, so that later scans report what is new?"""

from pathlib import Path
from typing import Any

import click

from analyzer.cli.exits import CLEAN, UNFINISHED, Unfinished
from analyzer.cli.scan import scan
from analyzer.cli.settings import settings, settings_options
from analyzer.config import ConfigError
from analyzer.model.level import Level
from analyzer.triage.baseline import write

DEFAULT = ".mlvet-baseline.json"


@click.command("baseline")
@settings_options
@click.option("--output", default=DEFAULT, show_default=True, metavar="FILE", help="Where to write the baseline.")
def command(paths: tuple[str, ...], output: str, **options: Any) -> int:
    """Record the results in PATHS; `mlvet scan --baseline FILE` then counts only others."""
    flags = {name: options[name] for name in ("select", "ignore", "exclude", "jobs", "max_file_size", "patterns")}
    flags["cache"] = False if options["no_cache"] else None
    config = settings(flags, options["config_file"], isolated=options["isolated"])
    # What is recorded does not depend on what was recorded before.
    from dataclasses import replace

    run = scan(replace(config, baseline=None, diff_base=""), paths, options)
    try:
        count = write(run.results, Path(output))
    except ConfigError as error:
        raise Unfinished(str(error)) from None
    failures = [notification for notification in run.notifications if notification.level is Level.ERROR]
    for notification in failures:
        click.echo(f"mlvet: {notification.message}", err=True)
    click.echo(f"mlvet: {count} results recorded in `{output}`", err=True)
    return UNFINISHED if failures else CLEAN
