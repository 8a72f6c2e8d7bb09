"""What do the functions of `decouple` do to values?"""

from analyzer.knowledge.table import api, cls

# python-decouple 3.8: `config` is an instance that is called.
ENTRIES = (
    api("decouple.config(option, default, cast)", "source", origin="environment"),
    *(cls(f"decouple.{name}(*args)") for name in ("AutoConfig", "Config")),
    *(
        api(f"decouple.{name}.__call__(option, default, cast)", "source", origin="environment")
        for name in ("AutoConfig", "Config")
    ),
)
