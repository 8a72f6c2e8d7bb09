"""What do the functions of `pymongo` do to values?"""

from analyzer.knowledge.table import api, cls

_COLLECTION = "pymongo.collection.Collection"
_READS = (
    "find_one",
    "find",
    "find_one_and_delete",
    "find_one_and_update",
    "find_one_and_replace",
    "aggregate",
    "distinct",
)

# pymongo 4.20: databases and collections are items and attributes of a client. What is stored in a database was written
# by whoever can write there, as in a cache.
ENTRIES = (
    cls("pymongo.MongoClient(host, port, **kwargs)", origin="queue"),
    cls(_COLLECTION, origin="queue"),
    *(api(f"{_COLLECTION}.{name}(filter, *args, **kwargs)", "source", origin="queue") for name in _READS),
)

ALIASES = {"pymongo.mongo_client.MongoClient": "pymongo.MongoClient"}
