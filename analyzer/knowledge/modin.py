"""Under which names do the tables know `modin`?"""

from analyzer.knowledge.table import Api, Class

# modin/pandas has the functions and classes of pandas, `read_pickle` and `read_hdf` among them.
ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"modin.pandas": "pandas"}
