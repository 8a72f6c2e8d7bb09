"""What do the functions of `ollama` do to values?"""

from analyzer.knowledge.table import api, cls

_OWNERS = ("ollama", "ollama.Client", "ollama.AsyncClient")

ENTRIES = (
    cls("ollama.Client(host, **kwargs)", roles="llm-client"),
    cls("ollama.AsyncClient(host, **kwargs)", roles="llm-client"),
    *(
        api(f"{owner}.{name}(model, **kwargs)", "source", roles="llm", origin="model-output", around="yes")
        for owner in _OWNERS
        for name in ("chat", "generate")
    ),
)
