"""What does `surprise` unpickle? `dump.load` is `pickle.load` (scikit-surprise 1.1.5)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("surprise.dump.load(file_name)", "load", roles="load.model"),
    api("surprise.dump.dump(file_name, predictions, algo, verbose)", "write", origin="own-file", path="file_name"),
)
