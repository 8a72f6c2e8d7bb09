"""What do the classes of `configparser` do to values?"""

from analyzer.knowledge.table import api, cls

_PARSER = "configparser.ConfigParser"

ENTRIES = (
    cls(f"{_PARSER}(*args, **kwargs)"),
    cls("configparser.RawConfigParser(*args, **kwargs)", _PARSER),
    cls("configparser.SafeConfigParser(*args, **kwargs)", _PARSER),
    # `how="keyed"`: what is put under constant names is what comes out, see `interpret.effects.keyed`.
    api(f"{_PARSER}.set(section, option, value)", "mutate", how="keyed"),
    *(
        api(f"{_PARSER}.{name}(section, option, **kwargs)", "source", origin="configuration", how="keyed")
        for name in ("get", "getint", "getfloat", "getboolean")
    ),
    api(f"{_PARSER}.items(section, **kwargs)", "source", origin="configuration"),
    *(
        api(f"{_PARSER}.{name}(*args, **kwargs)", "constant")
        for name in ("add_section", "read", "sections", "has_option")
    ),
)
