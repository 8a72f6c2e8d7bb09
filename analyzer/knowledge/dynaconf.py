"""What do the classes of `dynaconf` do to values?"""

from analyzer.knowledge.table import api, cls

# dynaconf 3.3: settings are read from files and from the environment.
ENTRIES = (
    api("dynaconf.settings", "source", origin="configuration"),
    cls("dynaconf.Dynaconf(**kwargs)", origin="configuration"),
    cls("dynaconf.LazySettings(**kwargs)", "dynaconf.Dynaconf", origin="configuration"),
)

ALIASES = {"dynaconf.base.LazySettings": "dynaconf.LazySettings"}
