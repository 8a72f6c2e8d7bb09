"""What do the functions of `runpy` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("runpy.run_path(path_name, init_globals, run_name)", "load", roles="eval"),
    api("runpy.run_module(mod_name, init_globals, run_name, alter_sys)", "unknown", roles="eval"),
)
