"""What do the functions of `litellm` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(f"litellm.{name}(model, messages, **kwargs)", "source", roles="llm", origin="model-output", around="yes")
    for name in ("completion", "acompletion", "text_completion", "atext_completion")
)
