"""What do the functions of `kombu` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    # Without choices these are pickle, yaml and msgpack (kombu 5.7.0, `serialization.py`); its yaml is `safe_load`.
    api(
        "kombu.enable_insecure_serializers(choices)",
        "constant",
        roles="disable.serializers",
        shown="choices",
    ),
)

ALIASES = {"kombu.serialization.enable_insecure_serializers": "kombu.enable_insecure_serializers"}
