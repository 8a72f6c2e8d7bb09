"""What do the functions of `cffi` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("cffi.FFI(backend)"),
    # cffi 2.1.1, `api.py`: a library is loaded, or C source is compiled (and, by `verify`, loaded at once).
    api("cffi.FFI.dlopen(name, flags)", "constant", roles="load.native", subject="name"),
    api("cffi.FFI.verify(source, tmpdir, **kwargs)", "constant", roles="load.native", subject="source"),
    api(
        "cffi.FFI.set_source(module_name, source, source_extension, **kwds)",
        "constant",
        roles="load.native",
        subject="source",
    ),
)

ALIASES = {"cffi.api.FFI": "cffi.FFI"}
