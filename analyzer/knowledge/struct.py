"""What do the functions of `struct` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("struct.unpack(format, buffer)", subject="buffer"),
    api("struct.unpack_from(format, buffer, offset)", subject="buffer"),
    api("struct.iter_unpack(format, buffer)", subject="buffer"),
    api("struct.pack(format, *values)"),
    api("struct.calcsize(format)", "constant"),
)
