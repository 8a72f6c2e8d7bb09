"""What do the functions of `struct` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("struct.unpack(format, buffer)", subject="buffer"),
    api("struct.unpack_from(format, buffer, offset)", subject="buffer"),
    api("struct.iter_unpack(format, buffer)", subject="buffer"),
    api("struct.pack(format, *values)"),
    api("struct.calcsize(format)", "constant"),
    cls("struct.Struct(format)"),
    api("struct.Struct.unpack(buffer)", subject="buffer"),
    api("struct.Struct.unpack_from(buffer, offset)", subject="buffer"),
    api("struct.Struct.iter_unpack(buffer)", subject="buffer"),
)
