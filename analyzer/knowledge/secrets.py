"""What do the functions of `secrets` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("secrets.compare_digest(a, b)", true="verified"),
    *(api(f"secrets.{name}(n)", "constant") for name in ("token_bytes", "token_hex", "token_urlsafe", "randbelow")),
)
