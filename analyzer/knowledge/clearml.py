"""What do the functions of `clearml` do to values?"""

from analyzer.knowledge.table import api, cls

_ARTIFACT = "clearml.binding.artifacts.Artifact"

# clearml: artefacts, models and datasets are downloaded from the server (binding/artifacts.py, model.py).
ENTRIES = (
    cls("clearml.Task(**kwargs)"),
    *(
        api(f"clearml.Task.{name}(*args, **kwargs)", "constant", returns="clearml.Task")
        for name in ("init", "get_task", "current_task")
    ),
    api("clearml.Task.artifacts", "source", origin="hub", returns="clearml.Artifacts", attribute="yes"),
    cls("clearml.Artifacts", origin="hub", members=_ARTIFACT),
    cls(_ARTIFACT, origin="hub"),
    *(api(f"{_ARTIFACT}.{name}(**kwargs)", "source", origin="hub") for name in ("get_local_copy", "get")),
    *(cls(f"clearml.{name}(*args, **kwargs)") for name in ("InputModel", "Model", "OutputModel")),
    *(
        api(f"clearml.{owner}.{name}(*args, **kwargs)", "source", origin="hub")
        for owner in ("InputModel", "Model", "OutputModel")
        for name in ("get_local_copy", "get_weights")
    ),
    cls("clearml.Dataset(**kwargs)"),
    api("clearml.Dataset.get(**kwargs)", "constant", returns="clearml.Dataset"),
    *(
        api(f"clearml.Dataset.{name}(*args, **kwargs)", "source", origin="hub")
        for name in ("get_local_copy", "get_mutable_local_copy")
    ),
    api("clearml.StorageManager.get_local_copy(remote_url, **kwargs)", "source", origin="hub"),
)
