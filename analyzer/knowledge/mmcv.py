"""Which loaders does `mmcv` have? Up to 1.x those that are now in `mmengine`."""

from analyzer.knowledge.table import Api, Class

ENTRIES: tuple[Api | Class, ...] = ()

ALIASES = {
    "mmcv.Config": "mmengine.Config",
    "mmcv.utils.Config": "mmengine.Config",
    "mmcv.utils.config.Config": "mmengine.Config",
    "mmcv.runner": "mmengine.runner",
}
