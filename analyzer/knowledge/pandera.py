"""What do the functions of `pandera` do to values?"""

from analyzer.knowledge.table import api, cls

_SCHEMA = "pandera.DataFrameSchema"

# A schema checks names and types of columns, refuses gaps unless told otherwise, and bounds where checks are given.
ENTRIES = (
    cls(f"{_SCHEMA}(columns, checks, **kwargs)"),
    cls("pandera.SeriesSchema(dtype, checks, **kwargs)", _SCHEMA),
    cls("pandera.DataFrameModel"),
    cls("pandera.SchemaModel", "pandera.DataFrameModel"),
    api(
        f"{_SCHEMA}.validate(check_obj, **kwargs)", "validate", subject="check_obj", how="shaped", checks="typed finite"
    ),
    api(
        f"{_SCHEMA}.__call__(check_obj, **kwargs)", "validate", subject="check_obj", how="shaped", checks="typed finite"
    ),
    api(
        "pandera.DataFrameModel.validate(check_obj, **kwargs)",
        "validate",
        subject="check_obj",
        how="shaped",
        checks="typed finite",
    ),
    api("pandera.Check(check_fn, **kwargs)", "constant"),
    api("pandera.Column(dtype, checks, **kwargs)", "constant"),
    api("pandera.check_types(wrapped, **kwargs)", roles="validator", how="shaped", checks="typed finite"),
    api("pandera.check_input(schema, obj_getter, **kwargs)", roles="validator", how="shaped", checks="typed finite"),
)

ALIASES = {"pandera.pandas": "pandera", "pandera.polars": "pandera"}
