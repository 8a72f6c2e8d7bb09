"""What do the functions of `neptune` do to values?"""

from analyzer.knowledge.table import api, cls

_HANDLER = "neptune.handler.Handler"

# neptune, handler.py: a field of a run or model is an item of it; `download` writes it to `destination`.
ENTRIES = (
    *(
        api(f"neptune.{name}(**kwargs)", "constant", returns="neptune.Run")
        for name in ("init_run", "init_model", "init_model_version", "init_project")
    ),
    cls("neptune.Run", members=_HANDLER),
    cls(_HANDLER, members=_HANDLER),
    *(
        api(f"{_HANDLER}.{name}(destination, **kwargs)", "write", subject="self", path="destination", origin="hub")
        for name in ("download", "download_last")
    ),
)
