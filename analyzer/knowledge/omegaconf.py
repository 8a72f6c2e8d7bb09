"""What do the functions of `omegaconf` do to values?"""

from analyzer.knowledge.table import api, cls

_CONF = "omegaconf.OmegaConf"

# Configurations are data; interpolations call the resolvers that the program has registered.
ENTRIES = (
    cls(_CONF),
    api(f"{_CONF}.load(file_)", "open"),
    api(f"{_CONF}.create(obj, parent, flags)", subject="obj"),
    api(f"{_CONF}.structured(obj, parent, flags)", subject="obj"),
    *(api(f"{_CONF}.{name}(*configs, **kwargs)") for name in ("merge", "unsafe_merge")),
    api(f"{_CONF}.from_cli(args_list)", "source", origin="command-line"),
    api(f"{_CONF}.from_dotlist(dotlist)"),
    *(
        api(f"{_CONF}.{name}(cfg, *args, **kwargs)", subject="cfg")
        for name in ("to_container", "to_object", "to_yaml", "select", "masked_copy")
    ),
    api(f"{_CONF}.save(config, f, resolve)", "write", origin="own-file", path="f"),
    *(
        api(f"{_CONF}.{name}(*args, **kwargs)", "constant")
        for name in ("set_struct", "set_readonly", "resolve", "is_config", "is_missing")
    ),
    # A resolver gets what the configuration says.
    *(
        api(
            f"{_CONF}.{name}(name, resolver, **kwargs)",
            roles="handler resolver",
            origin="configuration",
            subject="resolver",
        )
        for name in ("register_new_resolver", "register_resolver", "legacy_register_resolver")
    ),
    cls("omegaconf.DictConfig(content, **kwargs)"),
    cls("omegaconf.ListConfig(content, **kwargs)"),
)
