"""What do the functions of `jsonschema` do to values?"""

from analyzer.knowledge.table import api, cls

_VALIDATORS = ["Draft4Validator", "Draft6Validator", "Draft7Validator", "Draft201909Validator", "Draft202012Validator"]

# What a schema asks of numbers and lengths is data the interpreter doesn't weigh: "shaped" is the middle.
ENTRIES = (
    api("jsonschema.validate(instance, schema, cls, *args, **kwargs)", "validate", subject="instance", how="shaped"),
    *(cls(f"jsonschema.{name}(schema, **kwargs)") for name in _VALIDATORS),
    *(
        api(f"jsonschema.{name}.validate(instance)", "validate", subject="instance", how="shaped")
        for name in _VALIDATORS
    ),
)

ALIASES = {"jsonschema.validators": "jsonschema"}
