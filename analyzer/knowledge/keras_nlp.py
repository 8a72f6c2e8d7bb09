"""What do the functions of `keras_nlp`, the former name of `keras_hub`, do to values?"""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {"keras_nlp": "keras_hub"}
