"""Which files do the models of `ultralytics` unpickle?

A `.pt` file is given to `torch.load(weights_only=False)`, and a package it misses is installed; other suffixes are
handed to other runtimes, `.yaml` describes a new model. The environment variable ULTRALYTICS_SAFE_LOAD, off by default,
restricts that. Read in the wheel of 8.4.190 (`engine/model.py`, `nn/tasks.py`, `utils/patches.py`).
"""

from analyzer.knowledge.table import Api, Class, api, cls

_OWN = "https://github.com/ultralytics/"  # where the library itself fetches its weights

ENTRIES: tuple[Api | Class, ...] = (
    *(
        cls(f"ultralytics.{name}(model, task, verbose)", roles="load.model", pickles=".pt", hosts=_OWN)
        for name in ("YOLO", "YOLOWorld", "YOLOE", "RTDETR", "NAS", "SAM", "FastSAM")
    ),
    *(
        api(
            f"ultralytics.{name}.load(weights)",
            "load",
            roles="load.model",
            subject="weights",
            pickles=".pt",
            hosts=_OWN,
        )
        for name in ("YOLO", "YOLOWorld", "YOLOE", "RTDETR")
    ),
)

ALIASES = {
    "ultralytics.models": "ultralytics",
    "ultralytics.yolo.engine.model": "ultralytics",
    "ultralytics.models.yolo": "ultralytics",
    "ultralytics.models.yolo.model": "ultralytics",
    "ultralytics.models.sam": "ultralytics",
    "ultralytics.models.rtdetr": "ultralytics",
}
