"""Which checkpoints does Lightning load, and what is unpickled then?

`weights_only=None`, the default from 2.6 on, is torch's own default for files and False for URLs; before, it was False
without exception. Until 2.6.6 the hyperparameters of a checkpoint could name any callable (issue 21822). Read in the
wheels of 2.0.9, 2.5.6 and 2.6.6.
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, api, cls

_SAFE: Final = {
    "unless": "weights_only",
    "unless_since": "lightning|pytorch-lightning 2.6",  # before, it is one of the `**kwargs`
    "safe_since": "lightning|pytorch-lightning 2.6.6, torch 2.6",
}
_CHECKPOINTS: Final = "lightning.callbacks.ModelCheckpoint"
_LOAD: Final = "load_from_checkpoint(checkpoint_path, map_location, hparams_file, strict, weights_only, **kwargs)"
_DATALOADERS: Final = "dataloaders, ckpt_path, verbose, datamodule, weights_only"

ENTRIES: tuple[Api | Class, ...] = (
    cls("lightning.LightningModule", "torch.nn.Module"),
    api(f"lightning.LightningModule.{_LOAD}", "load", roles="load.model", subject="checkpoint_path", **_SAFE),
    cls("lightning.LightningDataModule"),
    api(
        "lightning.LightningDataModule.load_from_checkpoint("
        "checkpoint_path, map_location, hparams_file, weights_only, **kwargs)",
        "load",
        roles="load.model",
        subject="checkpoint_path",
        **_SAFE,
    ),
    api("lightning.seed_everything(seed, workers)", "seed"),
    cls("lightning.Trainer(**kwargs)"),
    api(
        "lightning.Trainer.fit(model, train_dataloaders, val_dataloaders, datamodule, ckpt_path, weights_only)",
        "trainer-fit",
        roles="load.model fit train-step",
        subject="ckpt_path",
        how="loaders",
        **_SAFE,
    ),
    *(
        api(
            f"lightning.Trainer.{name}(model, {_DATALOADERS})",
            "trainer-judge",
            roles="load.model evaluate",
            subject="ckpt_path",
            **_SAFE,
        )
        for name in ("validate", "test")
    ),
    api(
        "lightning.Trainer.predict(model, dataloaders, datamodule, return_predictions, ckpt_path, weights_only)",
        "unknown",
        roles="load.model",
        subject="ckpt_path",
        **_SAFE,
    ),
    cls("lightning.callbacks.EarlyStopping(monitor, min_delta, patience)", chooses="monitor"),
    # What the program itself has saved while it trained.
    api("lightning.Trainer.save_checkpoint(filepath, **kwargs)", "write", origin="own-file", path="filepath"),
    api("lightning.Trainer.checkpoint_callback", "source", origin="own-file", returns=_CHECKPOINTS),
    cls(f"{_CHECKPOINTS}(dirpath, filename, monitor, **kwargs)", chooses="monitor"),
    *(
        api(f"{_CHECKPOINTS}.{name}", "source", origin="own-file")
        for name in ("best_model_path", "last_model_path", "kth_best_model_path", "best_k_models")
    ),
    cls("lightning.Fabric"),
    api(
        "lightning.Fabric.load(path, state, strict, *, weights_only)",
        "load",
        roles="load.model",
        subject="path",
        **_SAFE,
    ),
    api(
        "lightning.Fabric.load_raw(path, obj, strict, *, weights_only)",
        "load",
        roles="load.model",
        subject="path",
        **_SAFE,
    ),
)

ALIASES = {
    "lightning.pytorch": "lightning",
    "lightning.fabric": "lightning",
    "lightning.core.module": "lightning",
    "lightning.core.datamodule": "lightning",
    "lightning.core.lightning": "lightning",
    "lightning.core": "lightning",
    "lightning.trainer.trainer": "lightning",
    "lightning.trainer": "lightning",
    "lightning.callbacks.early_stopping": "lightning.callbacks",
    "lightning.callbacks.model_checkpoint": "lightning.callbacks",
}
