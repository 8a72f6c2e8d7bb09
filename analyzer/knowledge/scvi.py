"""What do models of scvi-tools unpickle? `load` is `torch.load(weights_only=False)` (`model/base/_save_load.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (api("scvi.*.load(dir_path, adata, **kwargs)", "load", roles="load.model"),)
