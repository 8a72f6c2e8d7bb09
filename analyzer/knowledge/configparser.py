"""What do the classes of `configparser` do to values?"""

from analyzer.knowledge.table import api, cls

_PARSER = "configparser.ConfigParser"

ENTRIES = (
    cls(f"{_PARSER}(*args, **kwargs)"),
    cls("configparser.RawConfigParser(*args, **kwargs)", _PARSER),
    cls("configparser.SafeConfigParser(*args, **kwargs)", _PARSER),
    *(
        api(f"{_PARSER}.{name}(section, option, **kwargs)", "source", origin="configuration")
        for name in ("get", "getint", "getfloat", "getboolean", "items")
    ),
)
