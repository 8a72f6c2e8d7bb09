"""Under which name do the tables know `_pickle`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"_pickle": "pickle"}
