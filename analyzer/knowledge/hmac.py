"""What do the functions of `hmac` do to values?"""

from analyzer.knowledge.table import api, cls

# `check="verified"`: where the comparison holds, what the digests were computed of is verified; see the interpreter's
# guards. A digest remembers what it is of: it carries its origins.
ENTRIES = (
    api("hmac.compare_digest(a, b)", roles="verify", check="verified"),
    api("hmac.new(key, msg, digestmod)", subject="msg", returns="hashlib.Hash"),
    api("hmac.digest(key, msg, digest)", subject="msg"),
    cls("hmac.HMAC(key, msg, digestmod)", "hashlib.Hash"),
)
