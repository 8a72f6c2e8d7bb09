"""What do the functions of `mlflow` do to values?"""

from analyzer.knowledge.table import api, cls

_FLAVOURS = [
    "sklearn",
    "pytorch",
    "tensorflow",
    "keras",
    "xgboost",
    "lightgbm",
    "catboost",
    "statsmodels",
    "prophet",
    "spark",
    "onnx",
    "fastai",
    "transformers",
    "sentence_transformers",
    "langchain",
    "spacy",
    "pmdarima",
]

ENTRIES = (
    api("mlflow.artifacts.download_artifacts(artifact_uri, run_id, artifact_path, dst_path)", "source", origin="hub"),
    api("mlflow.artifacts.load_dict(artifact_uri)", "source", origin="hub"),
    cls("mlflow.MlflowClient(**kwargs)"),
    api("mlflow.MlflowClient.download_artifacts(run_id, path, dst_path)", "source", origin="hub"),
    *(
        api(
            f"mlflow.{flavour}.load_model(model_uri, **kwargs)",
            "load",
            roles="load.model",
            returns="abstract.LoadedModel",
        )
        for flavour in _FLAVOURS
    ),
    api(
        "mlflow.pyfunc.load_model(model_uri, **kwargs)", "load", roles="load.model", returns="mlflow.pyfunc.PyFuncModel"
    ),
    cls("mlflow.pyfunc.PyFuncModel"),
    api("mlflow.pyfunc.PyFuncModel.predict(data, params)", "predict", roles="model-input"),
    *(
        api(f"mlflow.{name}(*args, **kwargs)", "constant")
        for name in ("log_param", "log_params", "log_metric", "log_metrics", "set_tracking_uri", "set_experiment")
    ),
)

ALIASES = {"mlflow.tracking.MlflowClient": "mlflow.MlflowClient"}
