"""What does `yolov5` unpickle? `load` gives the file to a bare `torch.load` (`models/experimental.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "yolov5.load(model_path, device, autoshape, verbose, **kwargs)",
        "load",
        roles="load.model",
        returns="torch.nn.Module",
        safe_since="torch 2.6",
    ),
)

ALIASES = {"yolov5.helpers.load_model": "yolov5.load"}
