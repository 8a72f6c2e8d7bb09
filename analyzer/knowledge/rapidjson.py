"""What do the functions of `rapidjson` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("rapidjson.load(fp, **kwargs)", "validate", subject="fp", how="parsed"),
    api("rapidjson.loads(s, **kwargs)", "validate", subject="s", how="parsed"),
    api("rapidjson.dump(obj, fp, **kwargs)", "write", origin="own-file", path="fp"),
    api("rapidjson.dumps(obj, **kwargs)", subject="obj"),
)
