"""What do the functions of `codecs` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("codecs.open(filename, mode, encoding, errors, buffering)", "open", returns="io.IOBase"),
    api("codecs.decode(obj, encoding, errors)", subject="obj"),
    api("codecs.encode(obj, encoding, errors)", subject="obj"),
)
