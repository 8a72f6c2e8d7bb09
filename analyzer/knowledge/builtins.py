"""What do the built-in functions that touch the world outside do to values?"""

from analyzer.knowledge.table import api, cls

_TEXT = (
    "capitalize casefold center decode encode expandtabs format format_map hex join ljust lower lstrip partition "
    "removeprefix removesuffix replace rjust rpartition rsplit rstrip split splitlines strip swapcase title translate "
    "upper zfill"
)
_TESTS = "count endswith find index isalnum isalpha isdigit isidentifier isnumeric isspace rfind rindex startswith"

# Functions on values alone (`len`, `list`, `sorted`, …) are the interpreter's own, where they are understood.
ENTRIES = (
    # What `globals()` gives: names of everything that code here can call.
    cls("builtins.Namespace"),
    api("builtins.Namespace.get(name, default)", "unknown", roles="eval.name", subject="name"),
    api("builtins.Namespace.__getitem__(name)", "unknown", roles="eval.name", subject="name"),
    api("builtins.globals()", "constant", returns="builtins.Namespace"),
    api("builtins.locals()", "constant", returns="builtins.Namespace"),
    cls("builtins.str"),
    # Bytes that grow: what is put in becomes their content.
    cls("builtins.bytearray(source, encoding, errors)"),
    *(api(f"builtins.bytearray.{name}(iterable)", "mutate") for name in ("extend", "append", "insert")),
    *(api(f"builtins.bytearray.{name}(*args)", subject="self") for name in ("decode", "hex", "strip", "split", "copy")),
    *(api(f"builtins.str.{name}(*args, **kwargs)") for name in _TEXT.split()),
    *(api(f"builtins.str.{name}(*args)", "constant") for name in _TESTS.split()),
    *(
        api(f"builtins.{name}(*args, **kwargs)")
        for name in ("max", "min", "sum", "abs", "round", "divmod", "format", "ascii", "vars", "memoryview")
    ),
    *(api(f"builtins.{name}(*args)", "constant") for name in ("any", "all", "hash", "id", "dir")),
    api(
        "builtins.open(file, mode, buffering, encoding, errors, newline, closefd, opener)", "open", returns="io.IOBase"
    ),
    api("builtins.__import__(name, globals, locals, fromlist, level)", "unknown", roles="import"),
    api("builtins.input(prompt)", "source", origin="stdin"),
    api("builtins.raw_input(prompt)", "source", origin="stdin"),
    api("builtins.exit(code)", "exit"),
    api("builtins.quit(code)", "exit"),
    api("builtins.eval(source, globals, locals)", "unknown", roles="eval"),
    api("builtins.exec(source, globals, locals, closure)", "unknown", roles="eval"),
    api("builtins.execfile(filename, globals, locals)", "load", roles="eval"),
    # Compiling runs nothing; what it gives is as trustworthy as the text.
    api("builtins.compile(source, filename, mode, flags, dont_inherit, optimize)", subject="source"),
)
