"""What do the backends of `flask_caching` do to values?"""

from analyzer.knowledge.table import cls

# Flask-Caching, backends/filesystemcache.py: the class of cachelib with defaults of its own.
ENTRIES = (
    cls(
        "flask_caching.backends.FileSystemCache(cache_dir, threshold, default_timeout, mode, hash_method)",
        roles="load.cache",
        folder="cache_dir",
    ),
)

ALIASES = {"flask_caching.backends.filesystemcache": "flask_caching.backends"}
