"""What do the classes of `cog` do to values?"""

from analyzer.knowledge.table import cls

# cog 0.23, predictor.py: `predict` and `run` get the inputs of a request; files are downloaded from its URLs.
ENTRIES = (
    cls("cog.BaseRunner()"),
    cls("cog.BasePredictor()", "cog.BaseRunner", handlers="predict", handler_origin="request"),
    cls("cog.Path(*segments)", "pathlib.Path"),
)

ALIASES = {"cog.predictor.BasePredictor": "cog.BasePredictor"}
