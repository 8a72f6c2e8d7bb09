"""What do the functions of `smart_open` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("smart_open.open(uri, mode, **kwargs)", "open", returns="io.IOBase"),)

ALIASES = {"smart_open.smart_open": "smart_open.open"}
