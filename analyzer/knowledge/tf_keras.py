"""What is `tf_keras`? Keras 2, which lives on as a package of its own with the same names."""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {"tf_keras": "keras"}
