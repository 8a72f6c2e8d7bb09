"""Under which name do the tables know `ruamel_yaml`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"ruamel_yaml": "ruamel.yaml"}
