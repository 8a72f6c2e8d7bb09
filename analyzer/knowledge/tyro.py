"""What do the functions of `tyro` do to values?"""

from analyzer.knowledge.table import api

# tyro 1.0, _cli.py: what is given is called with arguments of the command line; the result is what it gives.
ENTRIES = (
    api("tyro.cli(f, **kwargs)", "source", roles="handler", origin="command-line", subject="f"),
    api("tyro.extras.subcommand_cli_from_dict(subcommands, **kwargs)", "source", origin="command-line"),
)
