"""What do the archives of `klepto` do to values?"""

from analyzer.knowledge.table import cls

# klepto 0.2.8, archives.py: entries are pickled with dill, unless `serialized` is False or a `protocol` says "json".
# Role "load.cache": see `joblib`.
ENTRIES = tuple(
    cls(f"klepto.archives.{name}(name, dict, cached, **kwds)", roles="load.cache", folder="name")
    for name in ("dir_archive", "file_archive", "hdf_archive", "hdfdir_archive")
)
