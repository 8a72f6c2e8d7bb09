"""What do the functions of `base64` do to values?"""

from analyzer.knowledge.table import api

_NAMES = ["b64", "standard_b64", "urlsafe_b64", "b32", "b16", "a85", "b85"]

ENTRIES = (
    *(api(f"base64.{name}decode(s, *args, **kwargs)") for name in _NAMES),
    *(api(f"base64.{name}encode(s, *args, **kwargs)") for name in _NAMES),
    *(api(f"base64.{name}(s)") for name in ("decodebytes", "encodebytes", "decodestring", "encodestring")),
)
