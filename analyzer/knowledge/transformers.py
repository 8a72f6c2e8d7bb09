"""What do the functions of `transformers` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# A tokenizer makes numbers of its own from any text.
_NUMBERS = "parsed typed bounded finite"
_TOKENIZER = "transformers.PreTrainedTokenizerBase"
_PRETRAINED = "from_pretrained(pretrained_model_name_or_path, *inputs, **kwargs)"
_PREPARE = ("AutoTokenizer", "AutoProcessor", "AutoFeatureExtractor", "AutoImageProcessor", "AutoVideoProcessor")
_NESTED = "model_kwargs config_kwargs tokenizer_kwargs processor_kwargs hub_kwargs"

# `*` stands for any class: every `from_pretrained` takes `trust_remote_code`. Weights may be pickles, the rest is text.
# What a program is started with, as instances of dataclasses.
_ARGUMENTS = (
    cls("transformers.HfArgumentParser(dataclass_types, **kwargs)", "argparse.ArgumentParser"),
    api("transformers.HfArgumentParser.parse_args_into_dataclasses(args, **kwargs)", "source", origin="command-line"),
    *(
        api(f"transformers.HfArgumentParser.{name}(file, **kwargs)", "open")
        for name in ("parse_json_file", "parse_yaml_file")
    ),
)

# Known by the class: `train` and `evaluate` stand in every second file.
_HELD = (
    "model, args, data_collator, train_dataset, eval_dataset, processing_class, model_init, compute_loss_func, "
    "compute_metrics, callbacks"
)
_TRAINERS: tuple[Api | Class, ...] = (
    cls(f"transformers.Trainer({_HELD})", how="model", roles="training-set", keeps="yes"),
    cls(
        f"transformers.Seq2SeqTrainer({_HELD})", "transformers.Trainer", how="model", roles="training-set", keeps="yes"
    ),
    cls("transformers.TrainingArguments(output_dir, **kwargs)"),
    cls("transformers.Seq2SeqTrainingArguments(output_dir, **kwargs)"),
    cls("transformers.EarlyStoppingCallback(early_stopping_patience)", chooses="*"),
    api(
        "transformers.Trainer.train(resume_from_checkpoint, trial, ignore_keys_for_eval)",
        "trainer-fit",
        roles="fit train-step",
        subject="self",
        spelt="owner",
    ),
    api(
        "transformers.Trainer.evaluate(eval_dataset, ignore_keys, metric_key_prefix)",
        "score",
        roles="evaluate",
        subject="eval_dataset",
        held="eval_dataset",
        spelt="owner",
    ),
    api(
        "transformers.Trainer.predict(test_dataset, ignore_keys, metric_key_prefix)",
        "predict",
        roles="predict",
        subject="test_dataset",
        returns="numpy.ndarray",
        spelt="owner",
    ),
)

ENTRIES = (
    *_ARGUMENTS,
    *_TRAINERS,
    api(
        f"transformers.*.{_PRETRAINED}",
        "load",
        roles="hub.code hub.fetch hub.weights",
        subject="pretrained_model_name_or_path",
        returns="transformers.PreTrainedModel",
        hub="models",
        nested=_NESTED,
    ),
    *(
        api(
            f"transformers.{name}.{_PRETRAINED}",
            "load",
            roles="hub.code hub.fetch prepare",
            subject="pretrained_model_name_or_path",
            returns=_TOKENIZER,
            hub="models",
        )
        for name in _PREPARE
    ),
    *(
        api(
            f"transformers.{name}.{_PRETRAINED}",
            "load",
            roles="hub.code hub.fetch",
            subject="pretrained_model_name_or_path",
            returns="transformers.PretrainedConfig",
            hub="models",
        )
        for name in ("AutoConfig", "GenerationConfig")
    ),
    cls("transformers.PretrainedConfig"),
    api("transformers.*.from_config(config, **kwargs)", "load", roles="hub.code", subject="config"),
    api(
        "transformers.dynamic_module_utils.get_class_from_dynamic_module(class_reference, "
        "pretrained_model_name_or_path, **kwargs)",
        "load",
        subject="pretrained_model_name_or_path",
    ),
    api(
        "transformers.pipeline(task, model, config, tokenizer, feature_extractor, image_processor, processor, "
        "framework, revision, use_fast, token, device, device_map, dtype, trust_remote_code, model_kwargs, "
        "pipeline_class, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        subject="model",
        returns="transformers.Pipeline",
        hub="models",
        nested=_NESTED,
    ),
    cls("transformers.Pipeline"),
    api(
        "transformers.Pipeline.__call__(inputs, *args, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="inputs",
        origin="model-output",
    ),
    cls("transformers.PreTrainedModel", "torch.nn.Module"),
    api(
        "transformers.PreTrainedModel.save_pretrained(save_directory, **kwargs)",
        "write",
        roles="artefact",
        subject="self",
        origin="own-file",
        path="save_directory",
    ),
    api(
        "transformers.Trainer.save_model(output_dir, **kwargs)",
        "write",
        roles="artefact",
        subject="self",
        origin="own-file",
        path="output_dir",
    ),
    *(
        api(
            f"transformers.{owner}.push_to_hub(repo_id, **kwargs)", "constant", roles="release", around="yes", by="name"
        )
        for owner in ("PreTrainedModel", "Trainer")
    ),
    api("transformers.PreTrainedModel.__call__(*args, **kwargs)", "forward", roles="model-input", accepts="text"),
    api(
        "transformers.PreTrainedModel.generate(inputs, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="inputs",
        origin="model-output",
    ),
    cls(_TOKENIZER),
    *(
        api(
            f"{_TOKENIZER}.{name}(text, *args, **kwargs)",
            subject="text",
            roles="tokenize",
            spelt="owner",
            passes=_NUMBERS,
        )
        for name in ("__call__", "encode", "encode_plus", "batch_encode_plus", "tokenize", "apply_chat_template")
    ),
    # Around a tokenizer of `tokenizers`, with what that has learned (`transformers/tokenization_utils_fast.py`).
    cls("transformers.PreTrainedTokenizerFast(*args, tokenizer_object)", _TOKENIZER, wraps="tokenizer_object"),
    api(
        "transformers.PreTrainedTokenizerFast.__call__(text, *args, **kwargs)",
        "transform",
        subject="text",
        roles="tokenize",
        spelt="owner",
    ),
    api(f"{_TOKENIZER}.decode(token_ids, **kwargs)", subject="token_ids"),
    api(f"{_TOKENIZER}.batch_decode(sequences, **kwargs)", subject="sequences"),
)

ALIASES = {"transformers.pipelines.pipeline": "transformers.pipeline"}
