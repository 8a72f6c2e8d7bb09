"""Under which name do the tables know the cluster of `dask`?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"dask.distributed": "distributed"}
