"""What does `timm` unpickle, and which names make it ask a hub?

Checkpoints end in `torch.load` unless they are safetensors or NumPy's; `weights_only` is False up to 1.0.24 and True in
1.0.27. Read in these wheels (`models/_helpers.py`).
A name may be `hf-hub:owner/name@revision` (`models/_hub.py`); others are weights that the library names by their hash.
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, api

_SAFE: Final = {"safe_since": "timm 1.0.27", "data": ".safetensors .npz .npy"}

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "timm.create_model(model_name, pretrained, pretrained_cfg, pretrained_cfg_overlay, checkpoint_path, **kwargs)",
        "load",
        roles="load.model hub.fetch",
        subject="checkpoint_path",
        returns="torch.nn.Module",
        hub="prefixed",
        hub_name="model_name",
        pin="",
        **_SAFE,
    ),
    *(
        api(
            f"timm.models.{signature}",
            "load",
            roles="load.model",
            subject="checkpoint_path",
            unless="weights_only",
            **_SAFE,
        )
        for signature in (
            "load_checkpoint(model, checkpoint_path, use_ema, device, strict, remap, filter_fn, weights_only)",
            "load_state_dict(checkpoint_path, use_ema, device, weights_only)",
            "resume_checkpoint(model, checkpoint_path, optimizer, loss_scaler, log_info, weights_only)",
        )
    ),
)

ALIASES = {
    "timm.models.create_model": "timm.create_model",
    "timm.models.factory.create_model": "timm.create_model",
    "timm.models._factory.create_model": "timm.create_model",
    "timm.models.helpers": "timm.models",
    "timm.models._helpers": "timm.models",
}
