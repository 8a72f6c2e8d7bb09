"""What do the functions of `ujson` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("ujson.load(fp, **kwargs)", "validate", subject="fp", how="parsed"),
    api("ujson.loads(s, **kwargs)", "validate", subject="s", how="parsed"),
    api("ujson.dump(obj, fp, **kwargs)", "write", origin="own-file", path="fp"),
    api("ujson.dumps(obj, **kwargs)", subject="obj"),
)
