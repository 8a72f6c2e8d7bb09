"""What do the classes of `cerberus` do to values?"""

from analyzer.knowledge.table import api, cls

# `validate` answers and doesn't raise: a guard on its answer decides.
ENTRIES = (
    cls("cerberus.Validator(schema, **kwargs)"),
    api("cerberus.Validator.validate(document, schema)", "constant", roles="check", how="typed"),
    api("cerberus.Validator.validated(document, schema)", "validate", subject="document", how="typed"),
)
