"""What is `pytorch_lightning`? The older name of `lightning.pytorch`."""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {"pytorch_lightning": "lightning"}
