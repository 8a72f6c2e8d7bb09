"""What do the functions of `msgspec` do to values?"""

from analyzer.knowledge.table import api, cls

_FORMATS = ("json", "msgpack", "yaml", "toml")

# Without `type` the result is only parsed.
ENTRIES = (
    cls("msgspec.Struct(**data)", promises="parsed typed"),
    *(
        api(
            f"msgspec.{name}.decode(buf, *, type, strict, dec_hook)",
            "validate",
            subject="buf",
            how="typed",
            when="type",
        )
        for name in _FORMATS
    ),
    *(api(f"msgspec.{name}.encode(obj, **kwargs)", subject="obj") for name in _FORMATS),
    api("msgspec.convert(obj, type, **kwargs)", "validate", subject="obj", how="typed"),
    api("msgspec.Meta(**kwargs)", "constant", bounds="ge gt le lt", shapes="min_length max_length"),
)
