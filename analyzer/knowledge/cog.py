"""What do the classes of `cog` do to values?"""

from analyzer.knowledge.table import api, cls

# cog 0.23, predictor.py: `predict` and `run` get the inputs of a request; files are downloaded from its URLs.
ENTRIES = (
    cls("cog.BaseRunner()"),
    cls("cog.BasePredictor()", "cog.BaseRunner", handlers="predict", handler_origin="request", checked="typed"),
    # Inputs are checked against the annotations and these limits (pydantic).
    api("cog.Input(default, **kwargs)", "constant", bounds="ge le", shapes="min_length max_length"),
    cls("cog.Path(*segments)", "pathlib.Path"),
)

ALIASES = {"cog.predictor.BasePredictor": "cog.BasePredictor"}
