"""What do the classes of `cachelib` do to values?"""

from analyzer.knowledge.table import api, cls

# cachelib 0.17, file.py and serializers.py: entries of a folder are pickles. Role "load.cache": see `joblib`.
ENTRIES = (
    cls(
        "cachelib.FileSystemCache(cache_dir, threshold, default_timeout, mode, hash_method)",
        roles="load.cache",
        folder="cache_dir",
    ),
    api("cachelib.FileSystemCache.get(key)", subject="self"),
    api("cachelib.FileSystemCache.set(key, value, timeout)", "constant"),
)

ALIASES = {"cachelib.file": "cachelib"}
