"""What do the algorithms of `sb3_contrib` unpickle? What those of `stable_baselines3` do: they inherit `load`."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("sb3_contrib.*.load(path, env, device, **kwargs)", "load", roles="load.model", subject="path"),
)
