"""What do the functions of `anthropic` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# `client.messages` and `client.beta.messages` (anthropic 2.13, `_client.py`, `resources/`).
_CLIENTS = ("Anthropic", "AsyncAnthropic", "AnthropicBedrock", "AsyncAnthropicBedrock", "AnthropicVertex")
_MESSAGES, _COMPLETIONS = "anthropic.resources.Messages", "anthropic.resources.Completions"

ENTRIES: tuple[Api | Class, ...] = (
    *(cls(f"anthropic.{name}(**kwargs)", roles="llm-client") for name in _CLIENTS),
    *(api(f"anthropic.{name}.messages", "constant", returns=_MESSAGES, attribute="yes") for name in _CLIENTS),
    *(api(f"anthropic.{name}.beta", "constant", returns="anthropic.Anthropic", attribute="yes") for name in _CLIENTS),
    *(api(f"anthropic.{name}.completions", "constant", returns=_COMPLETIONS, attribute="yes") for name in _CLIENTS),
    cls(_MESSAGES),
    api(f"{_MESSAGES}.create(**kwargs)", "source", roles="llm", origin="model-output", around="yes"),
    api(f"{_MESSAGES}.stream(**kwargs)", "source", roles="llm", origin="model-output", around="yes"),
    cls(_COMPLETIONS),
    api(f"{_COMPLETIONS}.create(**kwargs)", "source", roles="llm", origin="model-output", around="yes"),
)
