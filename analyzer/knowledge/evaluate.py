"""What do the functions of `evaluate` (Hugging Face) do to values?"""

from analyzer.knowledge.table import api, cls

# Loading by a name runs the metric's script from the Hub; there is no flag to ask first (evaluate 0.4, `loading.py`).
# Bare names are the library's own metrics, taken from the release that is installed.
ENTRIES = (
    api(
        "evaluate.load(path, config_name, module_type, **kwargs)",
        "load",
        roles="hub.code",
        returns="evaluate.EvaluationModule",
        hub="models",
        trusts_by_default="yes",
    ),
    cls("evaluate.EvaluationModule"),
)
