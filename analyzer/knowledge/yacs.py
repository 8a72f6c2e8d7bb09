"""What do the classes of `yacs` do to values?"""

from analyzer.knowledge.table import api, cls

_NODE = "yacs.config.CfgNode"

# yacs 0.1.8, config.py: a node holds the program's defaults and what was merged into it.
ENTRIES = (
    cls(f"{_NODE}(init_dict, **kwargs)"),
    api(f"{_NODE}.merge_from_file(cfg_filename)", "mutate"),
    api(f"{_NODE}.merge_from_list(cfg_list)", "mutate"),
    api(f"{_NODE}.merge_from_other_cfg(cfg_other)", "mutate"),
    *(api(f"{_NODE}.{name}()", subject="self", returns="self") for name in ("clone",)),
    api(f"{_NODE}.freeze()", "constant"),
    api(f"{_NODE}.load_cfg(cfg_file_obj_or_str)", subject="cfg_file_obj_or_str"),
)
