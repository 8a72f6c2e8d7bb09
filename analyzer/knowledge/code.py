"""What do the functions of `code` do to values?"""

from analyzer.knowledge.table import api, cls

_INTERPRETER = "code.InteractiveInterpreter"
_CONSOLE = "code.InteractiveConsole"

ENTRIES = (
    cls(f"{_INTERPRETER}(locals)"),
    api(
        f"{_INTERPRETER}.runsource(source, filename, symbol)", "constant", roles="eval", subject="source", spelt="owner"
    ),
    api(f"{_INTERPRETER}.runcode(code)", "constant", roles="eval", subject="code", spelt="owner"),
    cls(f"{_CONSOLE}(locals, filename)", _INTERPRETER),
    api(f"{_CONSOLE}.push(line)", "constant", roles="eval", subject="line", spelt="owner"),
    # Lines come from the terminal by itself, which is what a console is for.
    api(f"{_CONSOLE}.interact(banner, exitmsg)", "constant"),
    api("code.compile_command(source, filename, symbol)", subject="source"),
    api("code.interact(banner, readfunc, local, exitmsg)", "constant"),
)
