"""Under which name do the tables know `importlib_resources`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"importlib_resources": "importlib.resources"}
