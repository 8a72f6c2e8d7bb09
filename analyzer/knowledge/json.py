"""What do the functions of `json` do to values?"""

from analyzer.knowledge.table import api

# JSON holds data only, yet NaN and Infinity pass: what comes out is parsed, no more.
ENTRIES = (
    api("json.load(fp, **kwargs)", "validate", subject="fp", how="parsed"),
    api("json.loads(s, **kwargs)", "validate", roles="parse.json", subject="s", how="parsed", around="yes"),
    api("json.dump(obj, fp, **kwargs)", "write", origin="own-file", path="fp"),
    api("json.dumps(obj, **kwargs)", subject="obj", passes="written-as-json"),  # such text can be read again
)
