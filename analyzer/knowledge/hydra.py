"""What do the functions of `hydra` do to values?"""

from analyzer.knowledge.table import api

# hydra-core 1.3.8. `instantiate` and `call` refuse the targets that are known to run code (a list of blocked names,
# _internal/target_policy.py: "not a complete security boundary"); `get_class`, `get_method` and `get_object` refuse
# nothing ("The path must be trusted", utils.py).
ENTRIES = (
    # The configuration of `main` is put together of files and of what the operator types in.
    api("hydra.main(config_path, config_name, version_base)", roles="handler", origin="configuration"),
    api("hydra.compose(config_name, overrides, **kwargs)", "source", origin="configuration", subject="config_name"),
    *(api(f"hydra.{name}(config_path, **kwargs)", "constant") for name in ("initialize", "initialize_config_dir")),
    *(
        api(f"hydra.utils.{name}(config, *args, **kwargs)", "unknown", roles="instantiate", subject="config")
        for name in ("instantiate", "call")
    ),
    *(
        api(f"hydra.utils.{name}(path)", "unknown", roles="instantiate", subject="path")
        for name in ("get_class", "get_method", "get_static_method", "get_object")
    ),
    api("hydra.utils.to_absolute_path(path)"),
    api("hydra.utils.get_original_cwd()", "constant"),
)

ALIASES = {
    "hydra.experimental": "hydra",
    "hydra.compose.compose": "hydra.compose",
    "hydra.main.main": "hydra.main",
    "hydra._internal.instantiate._instantiate2.instantiate": "hydra.utils.instantiate",
}
