# ruff: noqa: N999
"""Under which name do the tables know `StringIO` (Python 2)?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"StringIO": "io"}
