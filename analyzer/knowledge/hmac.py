"""What do the functions of `hmac` do to values?"""

from analyzer.knowledge.table import api, cls

# Where a comparison holds (`true`), what the digest was computed of is verified: a digest carries the origins of that.
ENTRIES = (
    api("hmac.compare_digest(a, b)", true="verified"),
    cls("hmac.new(key, msg, digestmod)", "hashlib.Hash"),
    api("hmac.digest(key, msg, digest)", subject="msg", returns="abstract.Digest"),
    cls("hmac.HMAC(key, msg, digestmod)", "hashlib.Hash"),
)
