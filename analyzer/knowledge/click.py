"""What do the functions of `click` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("click.command(name, cls, **attrs)", roles="handler", origin="command-line"),
    # Option `makes`: the class of what the decorated function becomes.
    api("click.group(name, cls, **attrs)", roles="handler", origin="command-line", makes="click.Group"),
    cls("click.Group(name, **attrs)"),
    api("click.Group.command(*args, **kwargs)", roles="handler", origin="command-line"),
    api("click.Group.group(*args, **kwargs)", roles="handler", origin="command-line", makes="click.Group"),
    *(api(f"click.{name}(*param_decls, **attrs)") for name in ("option", "argument", "version_option", "help_option")),
    *(api(f"click.{name}(f)") for name in ("pass_context", "pass_obj")),
    api("click.prompt(text, **kwargs)", "source", origin="stdin"),
    api("click.confirm(text, **kwargs)", "source", origin="stdin"),
    api("click.echo(message, **kwargs)", "constant"),
    api("click.get_text_stream(name, **kwargs)", "source", origin="stdin", returns="io.IOBase"),
    api("click.get_binary_stream(name)", "source", origin="stdin", returns="io.IOBase"),
)
