"""Under which name do the tables know `ntpath`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"ntpath": "os.path"}
