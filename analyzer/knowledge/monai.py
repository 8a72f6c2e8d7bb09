"""What do MONAI's bundles run?

Texts in a configuration that begin with `$` are given to `eval`, `_target_` names what is called (`bundle/
config_item.py`). Weights are restricted (`bundle/scripts.py`).
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, api, cls

_DOES: Final = {"does": "evaluates the expressions in the configuration", "operator": "programs"}

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "monai.bundle.run(run_id, init_id, final_id, meta_file, config_file, **kwargs)",
        "unknown",
        roles="load.model",
        subject="config_file",
        **_DOES,
    ),
    cls("monai.bundle.ConfigParser(config, **kwargs)", roles="load.model", **_DOES),
    api("monai.bundle.ConfigParser.read_config(f, **kwargs)", "mutate", roles="load.model", subject="f", **_DOES),
)

ALIASES = {"monai.bundle.scripts": "monai.bundle", "monai.bundle.config_parser": "monai.bundle"}
