"""What do the checkpointers of `detectron2` unpickle?

A `.pkl` file goes to `pickle.load`, any other to a bare `torch.load`, by way of `fvcore`. Read in
`detectron2/checkpoint/detection_checkpoint.py` of the main branch.
"""

from analyzer.knowledge.table import Api, Class, api, cls

_OWN = "https://dl.fbaipublicfiles.com/detectron2/ detectron2:// catalog://"

ENTRIES: tuple[Api | Class, ...] = (
    cls("detectron2.checkpoint.DetectionCheckpointer(model, save_dir, **checkpointables)"),
    *(
        api(
            f"detectron2.checkpoint.DetectionCheckpointer.{signature}",
            "load",
            roles="load.model",
            subject="path",
            safe_since="torch 2.6",
            always=".pkl",
            hosts=_OWN,
        )
        for signature in ("load(path, *args, **kwargs)", "resume_or_load(path, resume)")
    ),
)

ALIASES = {"detectron2.checkpoint.detection_checkpoint": "detectron2.checkpoint"}
