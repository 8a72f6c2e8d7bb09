# ruff: noqa: N999
"""Under which name do the tables know `cStringIO` (Python 2)?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"cStringIO": "io"}
