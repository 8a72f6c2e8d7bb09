"""What do the classes of `marshmallow` do to values?"""

from analyzer.knowledge.table import api, cls

# Option `fields`: the fields of the schema are checked; how the names of methods that check one begin, "-" if there are
# none. `load` raises; `validate` only lists the errors, so a guard on its answer decides.
ENTRIES = (
    cls("marshmallow.Schema(**kwargs)"),
    api("marshmallow.Schema.load(data, **kwargs)", "validate", subject="data", how="typed", fields="-"),
    api("marshmallow.Schema.loads(json_data, **kwargs)", "validate", subject="json_data", how="typed", fields="-"),
    # marshmallow 4, fields.py: `Float` refuses NaN and infinities unless `allow_nan` is set. Option `by`: an argument
    # that promises more.
    *(
        api(
            f"marshmallow.fields.{name}(*args, **kwargs)",
            "constant",
            promises=promises,
            by="validate",
            unless="allow_nan allow_none",
        )
        for name, promises in (
            *((name, "typed finite") for name in ("Float", "Integer", "Int", "Boolean", "Bool", "Decimal", "Number")),
            *(
                (name, "typed")
                for name in ("String", "Str", "List", "Nested", "Dict", "Raw", "Date", "DateTime", "Email")
            ),
        )
    ),
    api("marshmallow.validate.Range(min, max, **kwargs)", "constant", promises="typed", bounds="min max", lets="nan"),
    api("marshmallow.validate.Length(min, max, **kwargs)", "constant", promises="typed", shapes="min max equal"),
    api("marshmallow.validate.OneOf(choices, **kwargs)", "constant", promises="typed shaped bounded finite"),
    api("marshmallow.Schema.dump(obj, **kwargs)", subject="obj"),
)
