"""What do the functions of `mlflow` do to values?"""

from analyzer.knowledge.table import api, cls

# Flavours whose models are pickles, or are read by code that the model names (3.18.0: MLFLOW_ALLOW_MODEL_CODE_EXECUTION
# and the older MLFLOW_ALLOW_PICKLE_DESERIALIZATION are on by default; `pyfunc` imports the model's `loader_module`).
_PICKLED = (
    "sklearn",
    "pytorch",
    "tensorflow",
    "keras",
    "statsmodels",
    "pmdarima",
    "langchain",
    "paddle",
    "dspy",
    "fastai",
)
# Flavours in formats of data: JSON, protocol buffers, trees, a JVM's files.
_DATA = (
    "xgboost",
    "lightgbm",
    "catboost",
    "prophet",
    "spark",
    "onnx",
    "spacy",
    "h2o",
    "transformers",
    "sentence_transformers",
)
# Names of what is in the tracking server or in the buckets where it keeps artefacts.
_REGISTRY = "models:/ runs:/ mlflow-artifacts:/ s3:// gs:// abfss:// wasbs:// dbfs:/"

ENTRIES = (
    # A model of one's own gets what the scoring server was sent.
    cls("mlflow.pyfunc.PythonModel()", handlers="predict predict_stream", handler_origin="request"),
    api("mlflow.artifacts.download_artifacts(artifact_uri, run_id, artifact_path, dst_path)", "source", origin="hub"),
    api("mlflow.artifacts.load_dict(artifact_uri)", "source", origin="hub"),
    cls("mlflow.MlflowClient(**kwargs)"),
    # From here on a model is one that others may load by its name and stage.
    api("mlflow.register_model(model_uri, name, **kwargs)", "constant", roles="release", around="yes", by="name"),
    *(
        api(f"mlflow.MlflowClient.{name}(*args, **kwargs)", "constant", roles="release", around="yes", by="name")
        for name in ("transition_model_version_stage", "set_registered_model_alias", "create_model_version")
    ),
    api("mlflow.MlflowClient.download_artifacts(run_id, path, dst_path)", "source", origin="hub"),
    *(
        api(
            f"mlflow.{flavour}.load_model(model_uri, **kwargs)",
            "load",
            roles="load.model hub.fetch",
            returns="abstract.LoadedModel",
            hub="mlflow",
            registry=_REGISTRY,
        )
        for flavour in _PICKLED
    ),
    *(
        api(
            f"mlflow.{flavour}.load_model(model_uri, **kwargs)",
            "load",
            roles="hub.fetch",
            returns="abstract.LoadedModel",
            hub="mlflow",
        )
        for flavour in _DATA
    ),
    *(
        api(
            f"mlflow.pyfunc.{name}(model_uri, **kwargs)",
            "load",
            roles="load.model hub.fetch",
            returns="mlflow.pyfunc.PyFuncModel",
            does="runs the loader that the model names",
            hub="mlflow",
            registry=_REGISTRY,
        )
        for name in ("load_model", "load_pyfunc")
    ),
    # What is logged gives the URI by which it can be loaded.
    *(
        api(f"mlflow.{flavour}.log_model(*args, **kwargs)", "source", roles="release", origin="own-file", around="yes")
        for flavour in ("pyfunc", *_PICKLED, *_DATA)
    ),
    cls("mlflow.pyfunc.PyFuncModel"),
    api("mlflow.pyfunc.PyFuncModel.predict(data, params)", "predict", roles="model-input", subject="data"),
    *(
        api(f"mlflow.{name}(*args, **kwargs)", "constant")
        for name in ("log_param", "log_params", "log_metric", "log_metrics", "set_tracking_uri", "set_experiment")
    ),
)

ALIASES = {"mlflow.tracking.MlflowClient": "mlflow.MlflowClient"}
