"""What do the built-in functions that touch the world outside do to values?"""

from analyzer.knowledge.table import api

# Functions on values alone (`len`, `list`, `sorted`, …) are the interpreter's own.
ENTRIES = (
    api(
        "builtins.open(file, mode, buffering, encoding, errors, newline, closefd, opener)", "open", returns="io.IOBase"
    ),
    api("builtins.input(prompt)", "source", origin="stdin"),
    api("builtins.raw_input(prompt)", "source", origin="stdin"),
    api("builtins.exit(code)", "exit"),
    api("builtins.quit(code)", "exit"),
    api("builtins.eval(source, globals, locals)", "unknown", roles="eval"),
    api("builtins.exec(source, globals, locals)", "unknown", roles="eval"),
    api("builtins.compile(source, filename, mode)"),
)
