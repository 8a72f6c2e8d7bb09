"""What do the functions of `textwrap` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(f"textwrap.{name}(text, *args, **kwargs)", subject="text")
    for name in ("dedent", "indent", "fill", "wrap", "shorten")
)
