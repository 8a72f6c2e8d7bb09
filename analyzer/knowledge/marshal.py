"""What do the functions of `marshal` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("marshal.load(file, /)", "load", roles="load.marshal"),
    api("marshal.loads(bytes, /)", "load", roles="load.marshal"),
    api("marshal.dump(value, file, version)", "write", origin="own-file", path="file"),
    api("marshal.dumps(value, version)", "source", origin="own-file"),
)
