"""What do the functions of `hmac` do to values?"""

from analyzer.knowledge.table import api, cls

# Where a comparison holds (`true`), what the digest was computed of is verified: a digest carries the origins of that.
# Unlike a plain hash, a signature may be sent along with the content: it needs the key.
ENTRIES = (
    api("hmac.compare_digest(a, b)", true="verified"),
    cls("hmac.new(key, msg, digestmod)", "hmac.HMAC"),
    api("hmac.digest(key, msg, digest)", subject="msg", returns="abstract.Signature"),
    cls("hmac.HMAC(key, msg, digestmod)"),
    api("hmac.HMAC.update(msg)", "mutate"),
    api("hmac.HMAC.digest()", subject="self", returns="abstract.Signature"),
    api("hmac.HMAC.hexdigest()", subject="self", returns="abstract.Signature"),
)
