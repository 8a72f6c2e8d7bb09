"""What do the functions of `ollama` do to values?"""

from analyzer.knowledge.table import api, cls

_OWNERS = ("ollama", "ollama.Client", "ollama.AsyncClient")

ENTRIES = (
    cls("ollama.Client(host, **kwargs)"),
    cls("ollama.AsyncClient(host, **kwargs)"),
    *(
        api(f"{owner}.{name}(model, **kwargs)", "source", origin="model-output")
        for owner in _OWNERS
        for name in ("chat", "generate")
    ),
)
