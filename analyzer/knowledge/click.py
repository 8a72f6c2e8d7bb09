"""What do the functions of `click` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("click.command(name, cls, **attrs)", roles="handler", origin="command-line"),
    api("click.group(name, cls, **attrs)", roles="handler", origin="command-line"),
    *(api(f"click.{name}(*param_decls, **attrs)") for name in ("option", "argument", "version_option", "help_option")),
    *(api(f"click.{name}(f)") for name in ("pass_context", "pass_obj")),
    api("click.prompt(text, **kwargs)", "source", origin="stdin"),
    api("click.confirm(text, **kwargs)", "source", origin="stdin"),
    api("click.echo(message, **kwargs)", "constant"),
    api("click.get_text_stream(name, **kwargs)", "source", origin="stdin", returns="io.IOBase"),
    api("click.get_binary_stream(name)", "source", origin="stdin", returns="io.IOBase"),
)
