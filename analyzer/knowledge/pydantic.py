"""What do the classes of `pydantic` do to values?

Option `promises` lists the checks that a value annotated with the name has passed once a model holds it; `bounds` and
`shapes` list arguments whose presence adds "bounded" or "shaped". Between two bounds there is no NaN and no infinity.
"""

from analyzer.knowledge.table import api, cls

_MODEL = "pydantic.BaseModel"
_NUMBERS = tuple(
    f"{sign}{kind}" for sign in ("Positive", "Negative", "NonNegative", "NonPositive") for kind in ("Float", "Int")
)

ENTRIES = (
    cls(f"{_MODEL}(**data)", how="typed", promises="parsed typed"),
    cls("pydantic.RootModel(root)", _MODEL, how="typed", promises="parsed typed"),
    api(f"{_MODEL}.__init__(**data)", "validate", how="typed"),
    *(
        api(f"{_MODEL}.{name}(obj, **kwargs)", "validate", subject="obj", how="typed", returns="self")
        for name in (
            "model_validate",
            "parse_obj",
            "model_validate_json",
            "parse_raw",
            "model_validate_strings",
            "from_orm",
        )
    ),
    # Skips every check.
    api(f"{_MODEL}.model_construct(_fields_set, **values)"),
    api(f"{_MODEL}.construct(_fields_set, **values)"),
    # `passes`: in the order in which the fields are declared.
    *(
        api(f"{_MODEL}.{name}(**kwargs)", subject="self", passes="declared")
        for name in ("model_dump", "dict", "model_dump_json", "json")
    ),
    api(f"{_MODEL}.model_copy(**kwargs)", subject="self", returns="self"),
    cls("pydantic.TypeAdapter(type)"),
    *(
        api(f"pydantic.TypeAdapter.{name}(object, **kwargs)", "validate", subject="object", how="typed")
        for name in ("validate_python", "validate_json", "validate_strings")
    ),
    api("pydantic.parse_obj_as(type_, obj)", "validate", subject="obj", how="typed"),
    api(
        "pydantic.Field(default, **kwargs)",
        "constant",
        bounds="ge gt le lt",
        shapes="min_length max_length min_items max_items",
    ),
    *(
        api(
            f"pydantic.{name}(**kwargs)",
            "constant",
            bounds="ge gt le lt",
            shapes="min_length max_length",
            promises="typed finite" if name == "conint" else "typed",
            of="members" if name == "conlist" else "",
        )
        for name in ("confloat", "conint", "constr", "conlist", "condecimal")
    ),
    cls("pydantic.FiniteFloat", promises="parsed typed finite"),
    *(cls(f"pydantic.{name}", promises="parsed typed bounded") for name in _NUMBERS if name.endswith("Float")),
    *(cls(f"pydantic.{name}", promises="parsed typed bounded finite") for name in _NUMBERS if name.endswith("Int")),
    cls("pydantic.StrictFloat", promises="parsed typed"),
    cls("pydantic.StrictInt", promises="parsed typed finite"),
    *(
        api(f"pydantic.{name}(func, **kwargs)", "carry", how="typed", roles="validator", reads="annotations")
        for name in ("validate_call", "validate_arguments")
    ),
    *(
        api(f"pydantic.{name}(*fields, **kwargs)", "carry", roles="field-validator")
        for name in ("field_validator", "validator")
    ),
    api("pydantic.model_validator(*, mode)", "carry", roles="object-validator"),
    cls("pydantic.ValidationError"),
)

ALIASES = {"pydantic.main.BaseModel": _MODEL, "pydantic.v1": "pydantic", "pydantic.fields.Field": "pydantic.Field"}
