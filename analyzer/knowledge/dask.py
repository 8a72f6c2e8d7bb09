"""What do the readers of `dask` do to values, and under which name do the tables know its cluster?"""

from analyzer.knowledge.table import Api, Class, api

# dask/dataframe/io/hdf.py: columns of objects in HDF files are pickled.
ENTRIES: tuple[Api | Class, ...] = (
    api(
        "dask.dataframe.read_hdf(pattern, key, start, stop, columns, chunksize, **kwargs)",
        "read",
        roles="load.pickle",
        returns="pandas.DataFrame",
    ),
)
ALIASES = {"dask.distributed": "distributed"}
