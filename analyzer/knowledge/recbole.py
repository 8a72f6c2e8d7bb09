"""What does RecBole unpickle? A checkpoint with its configuration, by a bare `torch.load` (`quick_start.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("recbole.quick_start.load_data_and_model(model_file)", "load", roles="load.model", safe_since="torch 2.6"),
)

ALIASES = {"recbole.quick_start.quick_start": "recbole.quick_start"}
