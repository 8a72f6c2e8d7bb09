"""## What it finds
YAML configurations whose target runs or loads anything it is given: `_target_` of Hydra and of what instantiates like
it, `target` of latent-diffusion's configurations, `class_path` of jsonargparse and LightningCLI.

- error: `os.system`, `subprocess.run`, `builtins.eval`, `importlib.import_module`, `runpy.run_path` and the like,
- warning: `pickle.load`, `joblib.load`, `torch.load` and the like, which run what the file says that they load,
- to review: a `_target_` that an environment variable chooses (`${oc.env:…}`).

The hazard is the configuration itself: whether it is instantiated is not looked at.

## Why it matters
A configuration looks like data and travels like data: with a checkpoint, in a pull request, from a hub. With such a
target, who writes it runs code where it is instantiated; `hydra.utils.instantiate` on the configuration of a downloaded
model was the way in of several advisories. Hydra 1.3.8 refuses most of these targets, older releases do not.

## Bad
```yaml
# file: conf/callbacks.yaml
on_start:
  # ruleid: hydra-target-runs-code
  _target_: os.system
  command: ./prepare.sh
# ruleid: hydra-target-runs-code
seed: {_target_: builtins.eval, _args_: ["2 ** 16"]}
scaler:
  # ruleid: hydra-target-runs-code
  _target_: joblib.load
  filename: scaler.joblib
```
```yaml
# file: conf/model.yaml
model:
  # ruleid: hydra-target-runs-code
  _target_: ${oc.env:MODEL_CLASS}
first_stage:
  # ruleid: hydra-target-runs-code
  target: subprocess.run
trainer:
  # ruleid: hydra-target-runs-code
  class_path: importlib.import_module
```

## Good
```yaml
# file: conf/model.yaml
model:
  # ok: hydra-target-runs-code
  _target_: torch.nn.Linear
  in_features: 8
hooks:
  # ok: hydra-target-runs-code
  # _target_: os.system
  # ok: hydra-target-runs-code
  note: "_target_: os.system is not a good idea"
optimizer:
  # ok: hydra-target-runs-code
  _target_: ${optimizer_class}
path:
  # ok: hydra-target-runs-code
  _target_: os.path.join
readme: |
  Never write this:
  # todook: hydra-target-runs-code
  _target_: os.system
metric:
  # todoruleid: hydra-target-runs-code
  _target_: hydra.utils.call
  config: {}
```

## When it is fine
Nobody but the authors of the code can write to the configuration or override its values, and it never travels with a
model.

## What it cannot see
- Functions of the project's own that do the same, and targets built by interpolation.
- Configurations in Python (structured configs) and overrides on the command line.
- The structure of YAML: files are read as text, so that templates (Jinja, Helm) are searched, too, and a line of a text
  that looks like a target is taken for one.

## References
- [Hydra: instantiating objects](https://hydra.cc/docs/advanced/instantiate_objects/overview/)
- Read in hydra-core 1.3.8: `hydra/_internal/target_policy.py`, the targets it refuses.
- [CVE-2025-23304](https://nvd.nist.gov/vuln/detail/CVE-2025-23304): NVIDIA NeMo, code execution through the metadata of
  a model, instantiated with Hydra.
"""

from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="hydra-target-runs-code",
    title="A configuration names a target that runs or loads anything",
    level=Level.ERROR,
    precision=Precision.HIGH,
    artefacts=Artefacts(
        files=("*.yml", "*.yaml"),
        words=("_target_", "target:", "class_path"),
        also=(
            *("builtin", "os.system", ".popen", "os.exec", "os.spawn", "posix_spawn", "startfile", "posix."),
            *("pty.spawn", "subprocess", "code.inter", "runpy.", "import_module", "timeit.", "profile.run", "pdb.run"),
            *(
                "types.FunctionType",
                "types.CodeType",
                "ctypes",
                "LoadLibrary",
                "pickle",
                "dill.",
                "marshal.",
                "joblib.",
            ),
            *("shelve.", "torch.load", "torch.hub", "yaml.", "{oc.env:", "{env:"),
        ),
    ),
    tags=("security", "deserialization"),
    cwe=(94, 502),
    security_severity=8.1,
    question="Can somebody who may not run code here change what this configuration names?",
    since="0.2.0",
)
