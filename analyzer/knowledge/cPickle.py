# ruff: noqa: N999
"""Under which name do the tables know `cPickle`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"cPickle": "pickle"}
