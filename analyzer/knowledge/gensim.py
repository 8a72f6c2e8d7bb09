"""What does `gensim` unpickle? `load` of every class is `SaveLoad.load`, which is `pickle.load` (4.4.0, `utils.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("gensim.*.load(fname, mmap, **kwargs)", "load", roles="load.model"),
    api("gensim.utils.unpickle(fname)", "load", roles="load.model"),
    # Names a data set of the project's own collection.
    api("gensim.downloader.load(name, return_path)", "unknown"),
    # The format of fastText's own program holds numbers and words.
    api("gensim.models._fasttext_bin.load(fin, encoding, full_model)", "load"),
)
