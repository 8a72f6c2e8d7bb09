"""What does Paddle unpickle? `load` is `pickle.load` (`python/paddle/framework/io.py` of the main branch)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("paddle.load(path, **configs)", "load", roles="load.model"),
    api("paddle.save(obj, path, protocol, **configs)", "write", origin="own-file", path="path"),
)
