r"""## What it finds
Commands and settings that let a model's repository bring Python code along: `--trust-remote-code` for vLLM, TGI,
SGLang, lmdeploy and others, `TRUST_REMOTE_CODE=true` (TGI, transformers), `HF_TRUST_REMOTE_CODE` (mlrun) and
`HF_DATASETS_TRUST_REMOTE_CODE`, `trust_remote_code: true` in YAML and `trust_remote_code=True` among the arguments of a
command; in shell scripts, Dockerfiles, Makefiles and CI, compose and Kubernetes files. A command that names the commit
(`--revision` or `--code-revision` with all 40 digits) is left alone.

The level is fixed: the hazard is the switch, whatever is loaded with it. A command is a warning; `trust_remote_code` as
a key of a configuration is a note, because it is not seen what reads it.

## Why it matters
The server downloads `modeling_….py` from the repository of the model and runs it at its start, with its rights, its
tokens and its network. Without a commit, that is whatever the repository holds on that day: whoever takes over the
account runs code in production.

## Bad
```dockerfile
FROM vllm/vllm-openai
# ruleid: remote-code-flag
CMD ["--model", "org/model", "--trust-remote-code"]
# ruleid: remote-code-flag
ENV TRUST_REMOTE_CODE=true
```
```sh
# ruleid: remote-code-flag
vllm serve org/model --trust-remote-code --port 8000
python -m sglang.launch_server \
  --model-path org/model \
  # ruleid: remote-code-flag
  --trust-remote-code
# ruleid: remote-code-flag
text-generation-launcher --model-id org/model --trust-remote-code --revision main
# ruleid: remote-code-flag
lm_eval --model hf --model_args pretrained=org/model,trust_remote_code=True
```
```yaml
# file: deploy/server.yaml
spec:
  containers:
    - args:
        - --model
        - org/model
        # ruleid: remote-code-flag
        - "--trust-remote-code"
      env:
        # ruleid: remote-code-flag
        - name: TRUST_REMOTE_CODE
          value: "true"
```
```yaml
# file: config/train.yaml
base_model: org/model
# ruleid: remote-code-flag
trust_remote_code: true
```

## Good
```sh
# ok: remote-code-flag
vllm serve org/model --port 8000
# ok: remote-code-flag
vllm serve org/model --trust-remote-code --code-revision 0123456789abcdef0123456789abcdef01234567
# ok: remote-code-flag
python train.py --trust_remote_code False
# ok: remote-code-flag
# vllm serve org/model --trust-remote-code
# ok: remote-code-flag
echo "add --trust-remote-code if you must"
```
```yaml
# ok: remote-code-flag
trust_remote_code: false
env:
  # ok: remote-code-flag
  TRUST_REMOTE_CODE: "0"
```
```yaml
# file: pinned/server.yaml
args:
  # todook: remote-code-flag
  - --trust-remote-code
  - --revision
  - 0123456789abcdef0123456789abcdef01234567
```

## When it is fine
The model is a folder of your own image, or the organisation is your own. Most models that once needed the flag are part
of `transformers` by now: try without.

## What it cannot see
- Whether the model is a local folder.
- A commit that stands in another line of a list of arguments, or in a variable.
- Python code: `trust-remote-code` looks there.

## References
- [transformers: custom models](https://huggingface.co/docs/transformers/custom_models)
- [TGI: safety](https://huggingface.co/docs/text-generation-inference/basic_tutorials/safety)
- [vLLM: engine arguments](https://docs.vllm.ai/en/latest/configuration/engine_args.html)
"""

from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="remote-code-flag",
    title="A command lets the repository of a model bring code along",
    level=Level.WARNING,
    precision=Precision.HIGH,
    artefacts=Artefacts(
        files=(
            *("Dockerfile*", "*.dockerfile", "Containerfile*", "*.sh", "*.bash", "*.zsh", "*.bat", "*.ps1"),
            *("*.yml", "*.yaml", "Makefile*", "GNUmakefile", "*.mk", "justfile", "Jenkinsfile*", ".env*", "*.env"),
        ),
        words=("trust-remote-code", "trust_remote_code"),
    ),
    tags=("security", "deserialization", "supply-chain"),
    cwe=(829, 494),
    security_severity=7.5,
    since="0.2.0",
)
