"""What do the functions of `fastjsonschema` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("fastjsonschema.validate(definition, data, **kwargs)", "validate", subject="data", how="shaped"),)
