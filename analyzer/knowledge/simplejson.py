"""What do the functions of `simplejson` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("simplejson.load(fp, **kwargs)", "validate", subject="fp", how="parsed"),
    api("simplejson.loads(s, **kwargs)", "validate", subject="s", how="parsed"),
    api("simplejson.dump(obj, fp, **kwargs)", "write", origin="own-file", path="fp"),
    api("simplejson.dumps(obj, **kwargs)", subject="obj"),
)
