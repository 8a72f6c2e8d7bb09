"""Which commands are there, and how does every way out of one become an exit code?"""

import gc
import importlib
import sys

import click

from analyzer import __version__
from analyzer.cli.exits import INTERRUPTED, UNFINISHED, USAGE

# name: (attribute of the module of that name, one line of help). The modules are imported when they are needed, so that
# `mlvet --version` does not pay for a scan.
_COMMANDS = {
    "scan": "Find the failures of machine-learning code.",
    "baseline": "Record the present results, so that later scans report what is new.",
    "rules": "List the rules.",
    "explain": "Show the documentation of a rule.",
    "completion": "Print a shell's completion script.",
}


class _LazyGroup(click.Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the table."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called `cmd_name`, from `analyzer.cli.<name>`."""
        if cmd_name not in _COMMANDS:
            return None
        command = getattr(importlib.import_module(f"analyzer.cli.{cmd_name}"), "command")  # noqa: B009
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The table of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for one that is not there."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError:
            from difflib import get_close_matches

            near = get_close_matches(args[0], _COMMANDS, n=1)
            hint = f", did you mean `{near[0]}`?" if near else ""
            raise click.UsageError(f"there is no command `{args[0]}`{hint}", ctx) from None


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="mlvet", message="%(prog)s %(version)s")
def program() -> None:
    """Find the failures of Python machine-learning code that linters do not see.

    Exit codes: 0 nothing at or above --fail-on; 1 such results; 2 wrong usage or configuration; 3 something asked for
    could not be analysed (the report is written all the same).
    """


def main() -> None:
    """The console script `mlvet`; ends the process with the exit code."""
    # Next to nothing of a run is in cycles and the process ends soon; to look for some takes a tenth of a short run.
    gc.disable()
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command line and return its exit code; messages go to standard error."""
    try:
        outcome = program.main(arguments, prog_name="mlvet", standalone_mode=False)
    except click.UsageError as error:
        place = error.ctx.command_path if error.ctx is not None else "mlvet"
        click.echo(f"mlvet: {error.format_message()} (see `{place} --help`)", err=True)
        return USAGE
    except click.ClickException as error:
        click.echo(f"mlvet: {error.format_message()}", err=True)
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        click.echo("mlvet: interrupted; no report was written", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody to tell and nothing is left to flush.
        sys.stdout = None
        return UNFINISHED
    return outcome if isinstance(outcome, int) else 0
