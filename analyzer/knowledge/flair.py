"""What does `flair` unpickle?

Models are loaded with `torch.load(weights_only=False)`, dictionaries with `pickle.load` (0.15.1, `file_utils.py`,
`data.py`). Names of published models are constants.
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("flair.*.load(model_path)", "load", roles="load.model"),
    api("flair.data.Dictionary.load_from_file(filename)", "load", roles="load.model"),
)
