"""Under which names do the tables know `cudf`?"""

from analyzer.knowledge.table import Api, Class

# RAPIDS' frames on the graphics card have the functions and classes of pandas (cudf's documentation, "10 minutes").
ENTRIES: tuple[Api | Class, ...] = ()
ALIASES = {"cudf": "pandas"}
