"""What does TabNet unpickle? The weights in its archive, with a bare `torch.load` (`abstract_model.py`)."""

from analyzer.knowledge.table import Api, Class, api, classes

ENTRIES: tuple[Api | Class, ...] = (
    *classes("pytorch_tabnet.tab_model", "TabNetClassifier TabNetRegressor", ""),
    *(
        api(
            f"pytorch_tabnet.tab_model.{name}.load_model(filepath)",
            "load",
            roles="load.model",
            subject="filepath",
            safe_since="torch 2.6",
        )
        for name in ("TabNetClassifier", "TabNetRegressor")
    ),
)
