"""What do the functions of `evaluate` (Hugging Face) do to values?"""

from analyzer.knowledge.table import api, cls

# Loading by a name runs the metric's script from the Hub; there is no flag to ask first.
ENTRIES = (
    api("evaluate.load(path, config_name, module_type, **kwargs)", "load", returns="evaluate.EvaluationModule"),
    cls("evaluate.EvaluationModule"),
)
