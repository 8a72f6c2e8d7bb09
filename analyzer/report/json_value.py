"""Which values may a JSON report hold, and how do they become bytes?"""

import json
import re

JsonValue = None | bool | int | float | str | list["JsonValue"] | dict[str, "JsonValue"]
JsonObject = dict[str, JsonValue]

_SURROGATE = re.compile("[\ud800-\udfff]")


def encoded(value: JsonObject) -> bytes:
    """`value` as JSON on one line, in UTF-8; a lone surrogate, which UTF-8 cannot hold, becomes U+FFFD.

    Not indented: that is five times slower, and programs read it.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return (_SURROGATE.sub("\ufffd", text) + "\n").encode("utf-8")
