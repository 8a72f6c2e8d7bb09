"""What do the functions of `msgspec` do to values?"""

from analyzer.knowledge.table import api, cls

_FORMATS = ("json", "msgpack", "yaml", "toml")

# Without `type` the result is only parsed; option `typed_by` names the argument that is its class.
ENTRIES = (
    cls("msgspec.Struct(**data)", promises="parsed typed"),
    *(
        api(
            f"msgspec.{name}.decode(buf, *, type, strict, dec_hook)",
            "validate",
            subject="buf",
            how="typed",
            when="type",
            typed_by="type",
        )
        for name in _FORMATS
    ),
    *(api(f"msgspec.{name}.encode(obj, **kwargs)", subject="obj") for name in _FORMATS),
    api("msgspec.convert(obj, type, **kwargs)", "validate", subject="obj", how="typed", typed_by="type"),
    api("msgspec.Meta(**kwargs)", "constant", bounds="ge gt le lt", shapes="min_length max_length"),
)
