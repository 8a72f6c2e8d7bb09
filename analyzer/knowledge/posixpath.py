"""Under which name do the tables know `posixpath`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"posixpath": "os.path"}
