"""What do the functions of `trl` do to values?"""

from analyzer.knowledge.table import api, cls

# Each derives from the trainer of `transformers` (trl 0.2x, `trl/trainer/base_trainer.py`).
_TRAINERS = tuple(
    cls(
        f"trl.{name}({given}args, {more}train_dataset, eval_dataset)",
        "transformers.Trainer",
        how="model",
        roles="training-set",
        keeps="yes",
    )
    for name, given, more in (
        ("SFTTrainer", "model, ", "data_collator, "),
        ("RewardTrainer", "model, ", "data_collator, "),
        ("DPOTrainer", "model, ref_model, ", "data_collator, "),
        ("KTOTrainer", "model, ref_model, ", ""),
        ("GRPOTrainer", "model, reward_funcs, ", ""),
        ("RLOOTrainer", "model, reward_funcs, ", ""),
    )
)

ENTRIES = (
    *_TRAINERS,
    api(
        "trl.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        subject="pretrained_model_name_or_path",
        returns="transformers.PreTrainedModel",
        hub="models",
        nested="model_kwargs config_kwargs",
    ),
)
