"""What do the functions of `hashlib` do to values?"""

from analyzer.knowledge.table import api, cls

_NAMES = ["md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"]

ENTRIES = (
    cls("hashlib.Hash"),
    # Made by functions, yet each call gives an object that `update` changes.
    *(cls(f"hashlib.{name}(data, **kwargs)", "hashlib.Hash") for name in _NAMES),
    cls("hashlib.new(name, data, **kwargs)", "hashlib.Hash"),
    api("hashlib.file_digest(fileobj, digest)", subject="fileobj", returns="hashlib.Hash"),
    api("hashlib.Hash.update(data)", "mutate"),
    api("hashlib.Hash.hexdigest()", subject="self", returns="abstract.Digest"),
    api("hashlib.Hash.digest()", subject="self", returns="abstract.Digest"),
)
