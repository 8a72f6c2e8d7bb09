"""Under which name do the tables know `oyaml`?"""

from analyzer.knowledge.table import Api, Class

# oyaml 1.0 ends with `from yaml import *`.
ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"oyaml": "yaml"}
