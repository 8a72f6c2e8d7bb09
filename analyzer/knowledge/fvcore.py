"""What do the checkpointers of `fvcore` unpickle? They call a bare `torch.load` (`fvcore/common/checkpoint.py`)."""

from analyzer.knowledge.table import Api, Class, api, cls

ENTRIES: tuple[Api | Class, ...] = (
    cls("fvcore.common.checkpoint.Checkpointer(model, save_dir, **checkpointables)"),
    *(
        api(
            f"fvcore.common.checkpoint.Checkpointer.{signature}",
            "load",
            roles="load.model",
            subject="path",
            safe_since="torch 2.6",
        )
        for signature in ("load(path, checkpointables)", "resume_or_load(path, resume)")
    ),
)
