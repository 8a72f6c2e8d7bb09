"""What does Stable-Baselines3 unpickle?

`load` of an algorithm gives members of its archive to `cloudpickle.loads` (its tensors are restricted), `load` of a
policy is `torch.load(weights_only=False)`, of `VecNormalize` and of a replay buffer `pickle.load`. Read in
`common/save_util.py`, `common/policies.py` and `common/vec_env/vec_normalize.py`.
"""

from analyzer.knowledge.table import Api, Class, api, classes

_ALGORITHMS = "A2C DDPG DQN PPO SAC TD3"

ENTRIES: tuple[Api | Class, ...] = (
    *classes("stable_baselines3", _ALGORITHMS, ""),
    *(
        api(f"stable_baselines3.{name}.{method}(path, **kwargs)", "load", roles="load.model", subject="path")
        for name in _ALGORITHMS.split()
        for method in ("load", "load_replay_buffer")
    ),
    *(
        api(
            f"stable_baselines3.{name}.{method}(path, **kwargs)",
            "write",
            subject="self",
            origin="own-file",
            path="path",
        )
        for name in _ALGORITHMS.split()
        for method in ("save", "save_replay_buffer")
    ),
    api("stable_baselines3.*.load(path, env, device, **kwargs)", "load", roles="load.model", subject="path"),
    api("stable_baselines3.common.vec_env.VecNormalize.load(load_path, venv)", "load", roles="load.model"),
    api("stable_baselines3.common.save_util.load_from_pkl(path, verbose)", "load", roles="load.model"),
    api("stable_baselines3.common.save_util.load_from_zip_file(load_path, load_data)", "load", roles="load.model"),
)
