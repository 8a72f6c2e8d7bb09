"""What do the functions of `jsonargparse` do to values?"""

from analyzer.knowledge.table import api, cls

_PARSER = "jsonargparse.ArgumentParser"

# What a parser reads names classes by `class_path`; `instantiate_classes` (`instantiate`) imports and calls them.
# Its own command line and configuration files are the operator's: see the rule `untrusted-instantiate`.
ENTRIES = (
    cls(f"{_PARSER}(*args, **kwargs)", "argparse.ArgumentParser"),
    *(api(f"{_PARSER}.{name}(cfg_path, **kwargs)", "open") for name in ("parse_path",)),
    *(api(f"{_PARSER}.{name}(cfg, **kwargs)", subject="cfg") for name in ("parse_object", "parse_string")),
    api(f"{_PARSER}.parse_env(env, **kwargs)", "source", origin="environment"),
    *(
        api(f"{_PARSER}.{name}(cfg, **kwargs)", "unknown", roles="instantiate", subject="cfg")
        for name in ("instantiate_classes", "instantiate_subclasses", "instantiate")
    ),
    *(
        api(
            f"jsonargparse.{name}(components, **kwargs)",
            roles="handler",
            origin="command-line",
            subject="components",
            methods="*",
        )
        for name in ("CLI", "auto_cli")
    ),
)
