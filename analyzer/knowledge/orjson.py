"""What do the functions of `orjson` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("orjson.load(fp, **kwargs)", "validate", subject="fp", how="parsed"),
    api("orjson.loads(s, **kwargs)", "validate", subject="s", how="parsed"),
    api("orjson.dump(obj, fp, **kwargs)", "write", origin="own-file", path="fp"),
    api("orjson.dumps(obj, **kwargs)", subject="obj"),
)
