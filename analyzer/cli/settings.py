"""Which configuration does a command line, with the environment and the project, amount to?"""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from analyzer.cli.exits import Refused
from analyzer.config import PROJECT_FILE, Config, ConfigError, load

_Command = TypeVar("_Command", bound=Callable[..., Any])

# Options that have another name than the field of `Config` they set.
_FLAGS = {
    "outputs": "format",
    "diff_base": "diff",
    "sarif_category": "category",
    "profile": "sarif-profile",
    "cache": "no-cache",
}


def settings_options(command: _Command) -> _Command:
    """The options of every command that scans: what to scan, with which rules and settings."""
    options = (
        click.argument("paths", nargs=-1, metavar="[PATHS]...", type=str),
        click.option("--select", multiple=True, metavar="RULE", help="Run only these: ids, families or tags."),
        click.option("--ignore", multiple=True, metavar="RULE", help="Do not run these: ids, families or tags."),
        click.option("--exclude", multiple=True, metavar="GLOB", help="Leave out files, as in a .gitignore."),
        click.option("--rules", "rule_dirs", multiple=True, metavar="DIR", help="Further rules: DIR/family/rule.py."),
        click.option(
            "--patterns", multiple=True, metavar="PATH", help="Own semgrep rules: a file or a folder; needs semgrep."
        ),
        click.option("--config", "config_file", metavar="FILE", help="Another pyproject.toml."),
        click.option("--isolated", is_flag=True, help="Read no pyproject.toml."),
        click.option("--jobs", metavar="N", help="Number of processes; 0 (default) for one per core."),
        click.option("--max-file-size", metavar="SIZE", help="Leave out larger files, e.g. 5MiB."),
        click.option("--stdin-filename", default="", metavar="NAME", help="The name that `-` goes by."),
        click.option("--no-cache", is_flag=True, help="Analyse anew and remember nothing."),
        click.option("--progress/--no-progress", default=None, help="Show a progress bar; default: on a terminal."),
    )
    for option in reversed(options):
        command = option(command)
    return command


def settings(flags: Mapping[str, object], config_file: str | None = None, *, isolated: bool = False) -> Config:
    """The configuration of a run.

    Args:
        flags: values of options by field of `Config`.
        config_file: the `pyproject.toml` to use instead of the one in the current folder.
        isolated: whether to use none.

    Raises:
        Refused: a setting cannot be used; says where it came from.
    """
    if isolated and config_file is not None:
        raise click.UsageError("--isolated and --config exclude each other")
    root = Path.cwd()
    if config_file is not None:
        path = Path(config_file)
        if path.name != PROJECT_FILE or not path.is_file():
            raise Refused(f"--config: `{config_file}` is not a file called `{PROJECT_FILE}`")
        root = path.resolve().parent
    elif isolated:
        root = Path(os.devnull)  # holds no files
    try:
        return load(root, flags, os.environ)
    except ConfigError as error:
        raise refused(error) from None


def option_of(field: str) -> str:
    """The option that sets a field of `Config`."""
    return f"--{_FLAGS.get(field, field.replace('_', '-'))}"


def refused(error: ConfigError) -> Refused:
    """The refusal of a setting, with the option called by its own name."""
    message = str(error)
    for field in _FLAGS:
        message = message.replace(f"--{field.replace('_', '-')}:", f"{option_of(field)}:", 1)
    return Refused(message)
