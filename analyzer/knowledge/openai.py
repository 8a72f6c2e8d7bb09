"""What do the functions of `openai` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# The tree of resources behind a client, by the attribute that leads to each (openai 3.57, `_client.py` and
# `resources/`); answers are what the model says.
_CLIENTS = ("OpenAI", "AsyncOpenAI", "AzureOpenAI", "AsyncAzureOpenAI", "Client", "AsyncClient")
_RESOURCES = {
    "completions": ("openai.resources.Completions", "create"),
    "responses": ("openai.resources.Responses", "create parse stream"),
}
_CHAT, _MESSAGES = "openai.resources.Chat", "openai.resources.ChatCompletions"


def _answers(owner: str, methods: str) -> tuple[Api, ...]:
    return tuple(
        api(f"{owner}.{name}(**kwargs)", "source", roles="llm", origin="model-output", around="yes")
        for name in methods.split()
    )


def _parts(owner: str) -> tuple[Api, ...]:
    """The attributes of a client, or of its `beta`."""
    return (
        api(f"{owner}.chat", "constant", returns=_CHAT, attribute="yes"),
        api(f"{owner}.beta", "constant", returns="openai.OpenAI", attribute="yes"),
        *(api(f"{owner}.{name}", "constant", returns=kind, attribute="yes") for name, (kind, _) in _RESOURCES.items()),
    )


ENTRIES: tuple[Api | Class, ...] = (
    *(cls(f"openai.{name}(**kwargs)", roles="llm-client") for name in _CLIENTS),
    *(row for name in _CLIENTS for row in _parts(f"openai.{name}")),
    cls(_CHAT),
    api(f"{_CHAT}.completions", "constant", returns=_MESSAGES, attribute="yes"),
    cls(_MESSAGES),
    *_answers(_MESSAGES, "create parse stream"),
    *(cls(kind) for kind, _ in _RESOURCES.values()),
    *(row for kind, methods in _RESOURCES.values() for row in _answers(kind, methods)),
    # The module as a client, and the interface before 1.0.
    *_answers("openai.chat.completions", "create parse stream"),
    *_answers("openai.completions", "create"),
    *_answers("openai.responses", "create parse stream"),
    *_answers("openai.ChatCompletion", "create acreate"),
    *_answers("openai.Completion", "create acreate"),
)
