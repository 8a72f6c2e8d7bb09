"""What do the models of NVIDIA NeMo run when they are restored?

Up to 2.3.1 the configuration in a `.nemo` file was instantiated whatever it named (CVE-2025-23304), and up to 2.3.2 at
least the weights were unpickled with `weights_only=False`; 2.7.0 checks the one and restricts the other. Read in these
three wheels (`core/classes/common.py`, `core/connectors/save_restore_connector.py`).
"""

from analyzer.knowledge.table import Api, Class, api, cls

_SAFE = "nemo-toolkit 2.7"

ENTRIES: tuple[Api | Class, ...] = (
    cls("nemo.core.ModelPT", "lightning.LightningModule"),
    *(
        api(
            f"nemo.{owner}.{signature}",
            "load",
            roles="load.model",
            safe_since=_SAFE,
            does="calls what its configuration names and unpickles its weights",
        )
        for owner in ("*", "core.ModelPT")
        for signature in (
            "restore_from(restore_path, override_config_path, map_location, **kwargs)",
            "from_pretrained(model_name, refresh_cache, override_config_path, **kwargs)",
        )
    ),
    api(
        "nemo.*.load_from_checkpoint(checkpoint_path, **kwargs)",
        "load",
        roles="load.model",
        safe_since=f"{_SAFE}, torch 2.6",
    ),
)

ALIASES = {"nemo.core.classes.modelPT": "nemo.core", "nemo.core.classes": "nemo.core"}
