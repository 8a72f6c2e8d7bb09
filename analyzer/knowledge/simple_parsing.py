"""What do the functions of `simple_parsing` do to values?"""

from analyzer.knowledge.table import api, cls

# simple-parsing 0.1.9, parsing.py: the parser is argparse's; `parse` fills a dataclass.
ENTRIES = (
    cls("simple_parsing.ArgumentParser(*args, **kwargs)", "argparse.ArgumentParser"),
    api("simple_parsing.ArgumentParser.add_arguments(dataclass, dest, **kwargs)", "constant"),
    api("simple_parsing.parse(config_class, **kwargs)", "source", origin="command-line"),
)

ALIASES = {"simple_parsing.parsing": "simple_parsing"}
