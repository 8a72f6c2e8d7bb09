"""How does `mlvet completion` teach a shell the commands and options?"""

import click
from click.shell_completion import get_completion_class


@click.command("completion")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> None:
    """Print the completion script of SHELL; put its output where the shell reads such scripts."""
    from analyzer.cli.main import program

    kind = get_completion_class(shell)
    assert kind is not None
    click.echo(kind(program, {}, "mlvet", "_MLVET_COMPLETE").source())
