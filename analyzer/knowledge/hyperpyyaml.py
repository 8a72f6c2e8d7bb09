"""What does HyperPyYAML run? Its tags `!new:` and `!apply:` call whatever they name (1.2.3, `core.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "hyperpyyaml.load_hyperpyyaml(yaml_stream, overrides, overrides_must_match, **kwargs)",
        "load",
        roles="load.model",
        operator="programs",
        does="calls whatever the file names",
    ),
)
