"""What do the functions of `tomllib` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("tomllib.load(fp, *, parse_float)", "validate", subject="fp", how="parsed"),
    api("tomllib.loads(s, *, parse_float)", "validate", subject="s", how="parsed"),
)
