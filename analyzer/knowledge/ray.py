"""What do the functions of `ray` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    # The decorated class answers HTTP requests in `__call__`.
    api("ray.serve.deployment(func_or_class, **kwargs)", roles="handler", origin="request", handlers="__call__"),
    api("ray.get(object_refs, *, timeout)"),
    api("ray.put(value)"),
    # A checkpoint is a folder of pickles (`rllib/utils/checkpoints.py`, `rllib/algorithms/algorithm.py`).
    *(
        api(f"ray.rllib.{name}.from_checkpoint(path, **kwargs)", "load", roles="load.model")
        for name in (
            "algorithms.algorithm.Algorithm",
            "policy.policy.Policy",
            *(f"algorithms.{each.lower()}.{each}" for each in ("PPO", "APPO", "IMPALA", "DQN", "SAC")),
        )
    ),
)

ALIASES = {
    "ray.cloudpickle": "cloudpickle",
    "ray.rllib.algorithms.Algorithm": "ray.rllib.algorithms.algorithm.Algorithm",
    "ray.rllib.policy.Policy": "ray.rllib.policy.policy.Policy",
}
