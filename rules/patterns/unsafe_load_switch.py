"""## What it finds
Environment variables that switch off a protection of a library when it loads models, set in Dockerfiles, shell scripts,
`.env` files, Makefiles and CI, compose and Kubernetes files:

| variable | what it does |
|---|---|
| `TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD` | `torch.load` without `weights_only` unpickles anything |
| `VLLM_ALLOW_INSECURE_SERIALIZATION` | vLLM's processes and endpoints exchange pickles |
| `HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE` | configurations may call what Hydra refuses, such as `os.remove` |
| `HAYSTACK_UNSAFE_DESERIALIZATION` | Haystack builds any class that a pipeline file names |
| `AG_ALLOW_PICKLE_FROM_URL` | AutoGluon unpickles what it fetches from a URL |
| `MONAI_ALLOW_PICKLE`, `ALLOW_PICKLE` (txtai) | pickled files are loaded |
| `UNSLOTH_ALLOW_UNSAFE_PT2_LOAD` | Unsloth loads compiled programs it cannot check |
| `CREWAI_DESERIALIZE_CALLBACKS` | crewAI imports callables that a saved file names |
| `MLFLOW_ALLOW_PICKLE_DESERIALIZATION`, `MLFLOW_ALLOW_MODEL_CODE_EXECUTION` | note: states today's default |

The hazard is the setting itself: what is loaded in that environment is not looked at.

## Why it matters
Such a variable was set to get one old file to load. It holds for every load in the process, of every library, for as
long as the image or the job lives: also for the file that somebody else will bring next year.

## Bad
```dockerfile
FROM python:3.12-slim
# ruleid: unsafe-load-switch
ENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1
# ruleid: unsafe-load-switch
ENV PYTHONUNBUFFERED=1 VLLM_ALLOW_INSECURE_SERIALIZATION=1
# ruleid: unsafe-load-switch
ENV MONAI_ALLOW_PICKLE true
# ruleid: unsafe-load-switch
ENV MLFLOW_ALLOW_PICKLE_DESERIALIZATION="true"
```
```sh
# ruleid: unsafe-load-switch
export TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=true
# ruleid: unsafe-load-switch
HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE=shutil.rmtree python train.py
# ruleid: unsafe-load-switch
docker run -e HAYSTACK_UNSAFE_DESERIALIZATION=true pipeline
```
```yaml
# file: docker-compose.yml
services:
  train:
    environment:
      # ruleid: unsafe-load-switch
      TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD: "1"
  serve:
    environment:
      # ruleid: unsafe-load-switch
      - VLLM_ALLOW_INSECURE_SERIALIZATION=1
```
```yaml
# file: deploy/pod.yaml
spec:
  containers:
    - env:
        # ruleid: unsafe-load-switch
        - name: TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD
          value: "1"
```
```makefile
# ruleid: unsafe-load-switch
export AG_ALLOW_PICKLE_FROM_URL := true
```

## Good
```dockerfile
FROM python:3.12-slim
# ok: unsafe-load-switch
ENV TORCH_FORCE_WEIGHTS_ONLY_LOAD=1
# ok: unsafe-load-switch
ENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=0
# ok: unsafe-load-switch
ENV MLFLOW_ALLOW_PICKLE_DESERIALIZATION=false
# ok: unsafe-load-switch
# ENV TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1
```
```sh
# ok: unsafe-load-switch
unset TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD
# ok: unsafe-load-switch
if [ "$VLLM_ALLOW_INSECURE_SERIALIZATION" = "" ]; then exit 1; fi
# todook: unsafe-load-switch
echo "never set TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD=1"
```
```yaml
env:
  # ok: unsafe-load-switch
  MONAI_ALLOW_PICKLE: "0"
```

## When it is fine
A job of its own that only converts the team's own old checkpoints, and ends.

## What it cannot see
- Values that are put together, and variables that Python code sets (`os.environ`): other rules look there.
- Whether the library is in the image at all.
- A text that is printed or documented and has the form of a setting.

## References
- [PyTorch: `torch.load` and `TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD`](https://pytorch.org/docs/stable/notes/serialization.html)
- [vLLM: environment variables](https://docs.vllm.ai/en/latest/configuration/env_vars.html)
- [MLflow: environment variables](https://mlflow.org/docs/latest/python_api/mlflow.environment_variables.html)
- Read in the source of torch 2, vllm, mlflow, hydra-core, haystack-ai, autogluon.common, monai, txtai, unsloth, crewai.
"""

from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="unsafe-load-switch",
    title="The environment switches off a protection of loading models",
    level=Level.WARNING,
    precision=Precision.HIGH,
    artefacts=Artefacts(
        files=(
            *("Dockerfile*", "*.dockerfile", "Containerfile*", "*.sh", "*.bash", "*.zsh", "*.bat", "*.ps1"),
            *("*.yml", "*.yaml", "Makefile*", "GNUmakefile", "*.mk", "justfile", "Jenkinsfile*", ".env*", "*.env"),
        ),
        words=(
            *("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "VLLM_ALLOW_INSECURE_SERIALIZATION", "ALLOW_PICKLE"),
            *("HAYSTACK_UNSAFE_DESERIALIZATION", "UNSLOTH_ALLOW_UNSAFE_PT2_LOAD", "CREWAI_DESERIALIZE_CALLBACKS"),
            *("HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE", "MLFLOW_ALLOW_MODEL_CODE_EXECUTION"),
        ),
    ),
    tags=("security", "deserialization"),
    cwe=(502, 1188),
    security_severity=7.5,
    since="0.2.0",
)
