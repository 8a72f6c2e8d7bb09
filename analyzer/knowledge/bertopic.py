"""What does BERTopic unpickle? `load` of a file is `joblib.load`; folders hold tensors (`_bertopic.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (api("bertopic.BERTopic.load(path, embedding_model)", "load", roles="load.model"),)
