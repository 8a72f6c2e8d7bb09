"""What does SetFit unpickle? The head of a model, a joblib file (1.2.0, `modeling.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "setfit.SetFitModel.from_pretrained(pretrained_model_name_or_path, **kwargs)",
        "load",
        roles="load.model hub.code hub.fetch",
        hub="sentence",
        unpickles="yes",
    ),
)
