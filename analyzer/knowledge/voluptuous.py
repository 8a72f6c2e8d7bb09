"""What do the classes of `voluptuous` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("voluptuous.Schema(schema, **kwargs)"),
    api("voluptuous.Schema.__call__(data)", "validate", subject="data", how="typed"),
)
