"""What is `lightning_fabric`? The older name of `lightning.fabric`."""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {"lightning_fabric": "lightning"}
