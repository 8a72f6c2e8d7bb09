"""What do the functions of `numexpr` do to values?"""

from analyzer.knowledge.table import api

# An expression is given to `eval`; since 2.8.5 it is checked first, unless `sanitize` is false (CVE-2023-39631; the
# signature and the default are those of 2.14.2).
ENTRIES = tuple(
    api(
        f"numexpr.{name}(ex, local_dict, global_dict, out, order, casting, sanitize, **kwargs)",
        roles="eval.expression",
        subject="ex",
        switch="sanitize",
        safe_since="2.8.5",
    )
    for name in ("evaluate", "validate")
)

ALIASES = {"numexpr.necompiler": "numexpr"}
