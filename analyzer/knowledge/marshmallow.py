"""What do the classes of `marshmallow` do to values?"""

from analyzer.knowledge.table import api, cls

# `load` raises; `validate` only lists the errors, so a guard on its answer decides.
ENTRIES = (
    cls("marshmallow.Schema(**kwargs)"),
    api("marshmallow.Schema.load(data, **kwargs)", "validate", subject="data", how="typed"),
    api("marshmallow.Schema.loads(json_data, **kwargs)", "validate", subject="json_data", how="typed"),
    api("marshmallow.Schema.dump(obj, **kwargs)", subject="obj"),
)
