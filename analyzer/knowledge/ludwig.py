"""What does Ludwig unpickle? The weights of a model, with a bare `torch.load`, those of trees with joblib (0.9.3)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("ludwig.api.LudwigModel.load(model_dir, **kwargs)", "load", roles="load.model", safe_since="torch 2.6"),
)
