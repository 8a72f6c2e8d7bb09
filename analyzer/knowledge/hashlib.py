"""What do the functions of `hashlib` do to values?"""

from analyzer.knowledge.table import api, cls

_NAMES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"]

ENTRIES = (
    cls("hashlib.Hash", roles="digest"),
    *(api(f"hashlib.{name}(data, **kwargs)", roles="digest", returns="hashlib.Hash") for name in _NAMES),
    api("hashlib.new(name, data, **kwargs)", roles="digest", subject="data", returns="hashlib.Hash"),
    api("hashlib.file_digest(fileobj, digest)", roles="digest", subject="fileobj", returns="hashlib.Hash"),
    api("hashlib.Hash.update(data)", "mutate"),
    api("hashlib.Hash.hexdigest()", subject="self"),
    api("hashlib.Hash.digest()", subject="self"),
)
