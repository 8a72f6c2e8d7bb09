"""Under which name do the tables know `tomli`, the backport of `tomllib`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"tomli": "tomllib"}
