"""What do the loaders of `mmengine` run?

`Config.fromfile` executes a `.py` file; YAML and JSON hold data, whose `custom_imports` name modules that must be
installed. A configuration that is named on the command line is a program that is started on purpose. Checkpoints go to
a bare `torch.load`. Read in the wheel of 0.10.7 (`config/config.py`, `runner/checkpoint.py`); mmcv 1.x has the same
functions under its own name.
"""

from analyzer.knowledge.table import Api, Class, api, cls

_OWN = "https://download.openmmlab.com/ open-mmlab:// openmmlab:// torchvision:// modelzoo:// mmcls://"

_REGISTRIES = ("MODELS", "DATASETS", "TRANSFORMS", "HOOKS", "RUNNERS", "METRICS", "OPTIMIZERS")

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "mmengine.Config.fromfile(filename, use_predefined_variables, import_custom_modules, **kwargs)",
        "load",
        roles="load.model",
        data=".yaml .yml .json",
        operator="programs",
        does="executes the configuration file",
    ),
    # registry/registry.py: a `type` that is not registered is imported by its dotted name.
    cls("mmengine.Registry(name, **kwargs)"),
    *(
        api(f"mmengine.{name}.build(cfg, *args, **kwargs)", "unknown", roles="instantiate", subject="cfg")
        for name in _REGISTRIES
    ),
    api("mmengine.Registry.build(cfg, *args, **kwargs)", "unknown", roles="instantiate", subject="cfg"),
    api(
        "mmengine.runner.load_checkpoint(model, filename, map_location, strict, logger, revise_keys)",
        "load",
        roles="load.model",
        subject="filename",
        safe_since="torch 2.6",
        hosts=_OWN,
    ),
    api(
        "mmengine.runner.CheckpointLoader.load_checkpoint(filename, map_location, logger)",
        "load",
        roles="load.model",
        safe_since="torch 2.6",
        hosts=_OWN,
    ),
)

ALIASES = {
    "mmengine.registry.Registry": "mmengine.Registry",
    **{f"mmengine.registry.{name}": f"mmengine.{name}" for name in _REGISTRIES},
    "mmengine.config.Config": "mmengine.Config",
    "mmengine.config.config.Config": "mmengine.Config",
    "mmengine.runner.checkpoint": "mmengine.runner",
}
