"""What do the functions of `sys` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("sys.argv", "source", origin="command-line"),
    api("sys.stdin", "source", origin="stdin", returns="io.IOBase"),
    api("sys.exit(status)", "exit"),
    *(api(f"sys.{name}", "constant") for name in ("version_info", "version", "platform", "executable", "byteorder")),
)
