"""## What it finds
Configurations that name classes and functions, come from a place that others can write to, and are then built:
`hydra.utils.instantiate`, `call`, `get_class`, `get_method` and `get_object`, `instantiate_classes` of `jsonargparse`,
`Registry.build` of `mmengine`. And `OmegaConf.register_new_resolver` with `eval` or `exec`: from then on every
configuration is a program. Modules that are imported by name are the business of `untrusted-lookup`.

| where the name or the configuration comes from | result |
|---|---|
| a request, an upload, a message, a download, a hub, an archive, the output of a model | error |
| a file or text that is named on the command line | warning, to be reviewed |
| the environment, a configuration file | note, to be reviewed |
| the configuration of `@hydra.main` and `compose`, what a parser of `jsonargparse` reads | no finding |
| parameters, what is not known | no finding |

Who starts a Hydra program chooses its configuration: that is what Hydra is for, and the same person could run any
other program. Functions that get such a configuration as a parameter are therefore no findings.

## Why it matters
`_target_: os.system` in a configuration that came with a model runs a command when the model is loaded (CVE-2025-23304
of NeMo was of this kind). A dotted name reaches everything that is installed:
`subprocess.Popen`, `builtins.eval`, the debugger. Hydra 1.3 blocks a list of known targets in `instantiate`, and says
that this is "not a complete security boundary"; `get_class` and its like block nothing.

## Bad
```python
import hydra
import yaml
from huggingface_hub import hf_hub_download
from omegaconf import OmegaConf

config = OmegaConf.load(hf_hub_download("organisation/model", "config.yaml"))
# ruleid: untrusted-instantiate
model = hydra.utils.instantiate(config.model)

with open(hf_hub_download("organisation/model", "train.yaml")) as file:
    settings = yaml.safe_load(file)
# ruleid: untrusted-instantiate
loss = hydra.utils.get_class(settings["loss"]["_target_"])
```

```python
import requests
import torch
from hydra.utils import instantiate
from omegaconf import OmegaConf


def fetch(url, path):
    with open(path, "wb") as out:
        out.write(requests.get(url, timeout=10).content)


fetch("https://example.com/model.ckpt", "model.ckpt")
checkpoint = torch.load("model.ckpt", weights_only=True)
# ruleid: untrusted-instantiate
network = instantiate(OmegaConf.create(checkpoint["hyper_parameters"]["net"]))
```

```python
import argparse

from hydra.utils import instantiate
from omegaconf import OmegaConf

parser = argparse.ArgumentParser()
parser.add_argument("--config")
args = parser.parse_args()
# ruleid: untrusted-instantiate
model = instantiate(OmegaConf.load(args.config))
```

```python
from omegaconf import OmegaConf

# ruleid: untrusted-instantiate
OmegaConf.register_new_resolver("eval", eval)
```

## Good
```python
import hydra
from hydra.utils import instantiate
from omegaconf import DictConfig


def build(cfg: DictConfig):
    # ok: untrusted-instantiate
    return instantiate(cfg.optimizer)


@hydra.main(version_base=None, config_path="conf", config_name="config")
def main(cfg: DictConfig) -> None:
    # ok: untrusted-instantiate
    model = instantiate(cfg.model)
    # ok: untrusted-instantiate
    kind = hydra.utils.get_class(cfg.data.kind)
    print(model, kind, build(cfg))
```

```python
from hydra import compose, initialize
from hydra.utils import instantiate
from omegaconf import OmegaConf

with initialize(version_base=None, config_path="conf"):
    # ok: untrusted-instantiate
    model = instantiate(compose(config_name="config"))
# ok: untrusted-instantiate
own = instantiate(OmegaConf.load("conf/model.yaml"))
# ok: untrusted-instantiate
linear = instantiate({"_target_": "torch.nn.Linear", "in_features": 3, "out_features": 1})
# ok: untrusted-instantiate
OmegaConf.register_new_resolver("add", lambda a, b: a + b)
```

```python
from jsonargparse import ArgumentParser

parser = ArgumentParser()
parser.add_argument("--config", action="config")
cfg = parser.parse_args()
# ok: untrusted-instantiate
objects = parser.instantiate_classes(cfg)
```

## When it is fine
The configuration was written by those who may run code on this machine anyway, or every `_target_` in it was compared
with a list of allowed ones first.

## What it cannot see
Checks of a whole configuration by a function that raises; a whitelist that Hydra 1.4 is given at the call.

```python
from huggingface_hub import hf_hub_download
from hydra.utils import instantiate
from omegaconf import OmegaConf

ALLOWED = ("torch.nn.Linear", "torch.nn.ReLU")


def check(config):
    for layer in config.layers:
        if layer["_target_"] not in ALLOWED:
            raise ValueError(layer)


config = OmegaConf.load(hf_hub_download("organisation/model", "config.yaml"))
check(config)
# todook: untrusted-instantiate
layers = [instantiate(layer) for layer in config.layers]
```

## References
- Hydra documentation, "Instantiating objects with Hydra"; the docstrings of `get_class` and `get_object` (1.3.8).
- GHSA-37p2-j732-x8pj (Hydra), CVE-2025-23304 (NeMo).
- CWE-470: Use of Externally-Controlled Input to Select Classes or Code. CWE-94: Code Injection.
"""

from collections.abc import Iterator

from analyzer.api import OPERATOR, CallFact, Finding, Level, Precision, Rule, RuleContext, Trust, provenance

QUESTION = "Can someone who may not run code on this machine choose what is called here?"
# What reads these starts with the operator's own choice of classes.
BY_DESIGN = ("hydra.", "jsonargparse.")
EVALUATORS = ("builtins.eval", "builtins.exec")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that build what a configuration names, weighed by where it comes from."""
    for call in ctx.calls("instantiate"):
        found = provenance(call.subject)
        if found.trust is Trust.UNTRUSTED or (found.trust is Trust.OPERATOR and not _is_own(call)):
            finding = ctx.loaded(call, f"`{call.name}` calls whatever is named by {{origin}}", QUESTION)
            if finding is not None:
                yield finding
    for call in ctx.calls("resolver"):
        resolver = call.args.get("resolver")
        if resolver is not None and resolver.may_be(*EVALUATORS):
            message = f"`{call.name}` lets every configuration that is loaded run code"
            yield ctx.finding(call.place, message, level=Level.NOTE)


def _is_own(call: CallFact) -> bool:
    """Whether the operator's choice came by way of a library that is there for choosing classes."""
    parser = ("argparse.",) if call.api.name.startswith("jsonargparse.") else ()
    origins = call.subject.worst(*OPERATOR) if call.subject is not None else ()
    return all(origin.detail.startswith((*BY_DESIGN, *parser)) for origin in origins)


RULE = Rule(
    id="untrusted-instantiate",
    title="Others choose what is called",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("instantiate", "resolver"),
    tags=("security", "supply-chain"),
    cwe=(470, 94),
    security_severity=8.8,
    question=QUESTION,
    since="0.2.0",
    reach=2,
    check=check,
)
