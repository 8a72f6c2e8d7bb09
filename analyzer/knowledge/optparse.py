"""What do the functions of `optparse` do to values?"""

from analyzer.knowledge.table import api, cls

_PARSER = "optparse.OptionParser"

ENTRIES = (
    cls(f"{_PARSER}(*args, **kwargs)"),
    api(f"{_PARSER}.parse_args(args, values)", "source", origin="command-line"),
    api(f"{_PARSER}.add_option(*args, **kwargs)", "constant"),
    api(f"{_PARSER}.error(message)", "exit"),
)
