"""What do the functions of `binascii` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(f"binascii.{name}(data)") for name in ("hexlify", "unhexlify", "a2b_hex", "b2a_hex", "a2b_base64", "b2a_base64")
)
