"""What do the functions of `toml` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("toml.load(f, **kwargs)", "open"),
    api("toml.loads(s, **kwargs)", "validate", subject="s", how="parsed"),
    api("toml.dump(o, f, **kwargs)", "write", origin="own-file", path="f"),
    api("toml.dumps(o, **kwargs)", subject="o"),
)
