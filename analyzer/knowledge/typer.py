"""What do the functions of `typer` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("typer.Typer(**kwargs)"),
    api("typer.Typer.command(name, **kwargs)", roles="handler", origin="command-line"),
    api("typer.Typer.callback(name, **kwargs)", roles="handler", origin="command-line"),
    api("typer.run(function)", roles="handler", origin="command-line", subject="function"),
    api("typer.Option(default, *param_decls, **kwargs)", "source", origin="command-line"),
    api("typer.Argument(default, **kwargs)", "source", origin="command-line"),
    api("typer.prompt(text, **kwargs)", "source", origin="stdin"),
    api("typer.echo(message, **kwargs)", "constant"),
)
