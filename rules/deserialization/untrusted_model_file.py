"""## What it finds
Model files of others, loaded through a library whose format runs code: checkpoints of Lightning, `ultralytics.YOLO`,
`whisper`, NeMo, pyannote, fairseq, detectron2 and OpenMMLab, archives of Stable-Baselines3, gensim, flair, surprise,
AutoGluon, PyCaret, Darts, Paddle, RLlib, fastai and scvi-tools, models of MLflow, skops files whose own list of types
is trusted unread, TensorFlow's SavedModels, and their like. How much a call weighs follows from where its file comes
from, as for `pickle-load-of-untrusted-data`; a constant path is no finding.

What a library does by default is known by version: where a newer release restricts what it loads (Lightning 2.6.6,
timm 1.0.27, Darts 0.48, NeMo 2.7, or `torch.load` of torch 2.6 for those that call it plainly), the versions that the
project allows decide, and if they leave it open, the finding says so.

## Why it matters
These loaders look harmless, and what is inside is `pickle.load`, or a configuration that names what is to be called.
A SavedModel is a program too; it can read and write files. Whoever can choose the file runs code where it is loaded.

## Bad
```python
import lightning as L
from fastapi import FastAPI, UploadFile
from ultralytics import YOLO

app = FastAPI()


class Net(L.LightningModule):
    pass


@app.post("/load")
async def load(upload: UploadFile):
    # ruleid: untrusted-model-file
    net = Net.load_from_checkpoint(upload.file, weights_only=False)
    path = "upload.pt"
    with open(path, "wb") as file:
        file.write(await upload.read())
    # ruleid: untrusted-model-file
    return net, YOLO(path)
```

The class may be in another file, and the trainer may resume from anywhere:

```python
# file: net.py
import pytorch_lightning as pl


class Base(pl.LightningModule):
    pass


class Net(Base):
    pass

# file: main.py
import argparse

import pytorch_lightning as pl
from net import Net

parser = argparse.ArgumentParser()
parser.add_argument("--checkpoint")
args = parser.parse_args()
trainer = pl.Trainer()
# ruleid: untrusted-model-file
trainer.fit(Net(), ckpt_path=args.checkpoint)
# ruleid: untrusted-model-file
net = Net.load_from_checkpoint(args.checkpoint)
```

```python
from gensim.models import Word2Vec
from huggingface_hub import hf_hub_download
from stable_baselines3 import PPO
from surprise import dump


def load(path):
    # ruleid: untrusted-model-file
    vectors = Word2Vec.load(hf_hub_download("organisation/vectors", "vectors.model"))
    # ruleid: untrusted-model-file
    agent = PPO.load(hf_hub_download("organisation/agent", "agent.zip"))
    # ruleid: untrusted-model-file
    _, algorithm = dump.load(path)
    return vectors, agent, algorithm
```

```python
import mlflow
import tensorflow as tf
from fastai.vision.all import *
from flask import request
from mmengine import Config


def load(folder):
    # ruleid: untrusted-model-file
    learner = load_learner(folder / "export.pkl")
    # ruleid: untrusted-model-file
    model = mlflow.sklearn.load_model(request.args["uri"])
    # ruleid: untrusted-model-file
    graph = tf.saved_model.load(request.args["folder"])
    # ruleid: untrusted-model-file
    config = Config.fromfile(request.args["config"])
    return learner, model, graph, config
```

A list of types that nobody has read is the file's own list:

```python
import skops.io as sio


def load(path):
    types = sio.get_untrusted_types(file=path)
    # ruleid: untrusted-model-file
    return sio.load(path, trusted=types)
```

```python
# file: requirements.txt
lightning==2.5.6

# file: load.py
import lightning.pytorch as pl


class Net(pl.LightningModule):
    pass


def load(path):
    # ruleid: untrusted-model-file
    first = Net.load_from_checkpoint(path)
    # ruleid: untrusted-model-file
    return first, Net.load_from_checkpoint(path, weights_only=True)  # this release does not know the argument
```

```python
from pycaret.classification import *

name = input("model: ")
# ruleid: untrusted-model-file
model = load_model(name)
```

## Good
```python
import lightning as L
import mlflow
import tensorflow_hub as hub
import whisper
from ultralytics import YOLO


class Net(L.LightningModule):
    pass


def load(path, run):
    # ok: untrusted-model-file
    net = Net.load_from_checkpoint(path, weights_only=True)
    # ok: untrusted-model-file
    same = Net.load_from_checkpoint("checkpoints/last.ckpt")
    # ok: untrusted-model-file
    detector = YOLO("yolo11n.pt")
    # ok: untrusted-model-file
    described = YOLO(f"{path}/model.yaml")
    # ok: untrusted-model-file
    exported = YOLO(f"{path}/model.onnx")
    # ok: untrusted-model-file
    speech = whisper.load_model("base")
    # ok: untrusted-model-file
    encoder = hub.load("https://tfhub.dev/google/universal-sentence-encoder/4")
    # ok: untrusted-model-file
    registered = mlflow.pyfunc.load_model(f"models:/{path}/3")
    logged = mlflow.sklearn.log_model(net, name="net")
    # ok: untrusted-model-file
    again = mlflow.sklearn.load_model(logged.model_uri)
    return net, same, detector, described, exported, speech, encoder, registered, again
```

```python
# file: requirements.txt
lightning>=2.6.6
torch>=2.6
timm>=1.0.27

# file: load.py
import lightning as L
import timm


class Net(L.LightningModule):
    pass


def load(path):
    # ok: untrusted-model-file
    net = Net.load_from_checkpoint(path)
    # ok: untrusted-model-file
    return net, timm.create_model("resnet50", checkpoint_path=path)
```

Formats of data hold nothing that runs:

```python
import lightgbm
import onnxruntime
import skops.io as sio
import xgboost
from safetensors.torch import load_file

TYPES = ["my_package.Encoder"]


def load(path):
    booster = xgboost.Booster()
    # ok: untrusted-model-file
    booster.load_model(path)
    # ok: untrusted-model-file
    trees = lightgbm.Booster(model_file=path)
    # ok: untrusted-model-file
    session = onnxruntime.InferenceSession(path)
    # ok: untrusted-model-file
    weights = load_file(path)
    # ok: untrusted-model-file
    pipeline = sio.load(path, trusted=TYPES)
    return booster, trees, session, weights, pipeline
```

```python
import pytorch_lightning as pl
from pytorch_lightning.callbacks import ModelCheckpoint
from stable_baselines3 import PPO
from surprise import SVD, dump


class Net(pl.LightningModule):
    pass


def train(folder, loader):
    best = ModelCheckpoint(dirpath=folder, monitor="loss")
    trainer = pl.Trainer(callbacks=[best])
    trainer.fit(Net(), loader)
    # ok: untrusted-model-file
    first = Net.load_from_checkpoint(best.best_model_path)
    # ok: untrusted-model-file
    return first, Net.load_from_checkpoint(trainer.checkpoint_callback.best_model_path)


def check(path, folder):
    dump.dump(path, algo=SVD())
    agent = PPO("MlpPolicy", "CartPole-v1")
    agent.save(f"{folder}/agent")
    # ok: untrusted-model-file
    return dump.load(path), PPO.load(f"{folder}/agent")
```

## When it is fine
The file can only be written by those who may run code on this machine anyway. A model in a registry is as trustworthy
as those who can register one: `models:/` and `runs:/` names, and the buckets where artefacts are kept, are only
reported if a request chooses them.

## What it cannot see
Switches in the environment of the process (`ULTRALYTICS_SAFE_LOAD`, `MLFLOW_ALLOW_MODEL_CODE_EXECUTION`,
`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD`), and what a review of the types in a skops file decided.

```python
import skops.io as sio


def load(path):
    types = sio.get_untrusted_types(file=path)
    if types:
        raise ValueError("the file names types that nobody has read")
    # todook: untrusted-model-file
    return sio.load(path, trusted=types)
```

## References
- Lightning documentation, `LightningModule.load_from_checkpoint`: `weights_only`; issue 21822 of pytorch-lightning.
- MLflow documentation, `MLFLOW_ALLOW_PICKLE_DESERIALIZATION`.
- skops documentation, "Secure persistence"; CVE-2024-37065.
- CVE-2025-23304 (NeMo), CVE-2024-49375 (Rasa).
- TensorFlow, "Using TensorFlow securely": models are programs.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    DoubtReason,
    Finding,
    Level,
    Loading,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    begins,
    loading,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose the model that is loaded here?"
OWN = frozenset({"own-file", "package-resource", "verified"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Loads of models through libraries, weighed by where the files come from."""
    for call in ctx.calls("load.model"):
        how = loading(call, ctx.at_least)
        if not how.runs:
            continue
        does = f"`{_name(call)}` {call.api.option('does', 'unpickles the model file')}"
        finding = _registered(ctx, call, does) if begins(call, "registry") else _loaded(ctx, call, does, how)
        if finding is not None:
            yield finding


def _loaded(ctx: RuleContext, call: CallFact, does: str, how: Loading) -> Finding | None:
    gap = ctx.doubt(how.reason, how.text, how.question) if how.reason is not None else None
    switch = call.api.option("unless")
    changes = (ctx.set_argument(call, switch, "True"),) if switch else ()
    remedy = Remedy(title=f"Restrict the load with `{switch}=True`", changes=changes, safe=False) if changes else None
    finding = ctx.loaded(call, f"{does}, and it comes from {{origin}}", QUESTION, gap=gap, remedy=remedy)
    own = call.subject is not None and not OWN.isdisjoint(origin.kind for origin in call.subject.origins)
    if finding is None and how.told and not own and not ctx.is_test:
        return ctx.finding(call.place, f"{does}: its protection is turned off", level=Level.NOTE, remedy=remedy)
    return finding


def _registered(ctx: RuleContext, call: CallFact, does: str) -> Finding | None:
    """The name of a model in a registry: those who choose it choose among what others have registered."""
    found = provenance(call.subject)
    if found.trust is not Trust.UNTRUSTED or found.origin is None:
        return None
    text, question = f"{found.words} chooses among registered models", "Can who chooses the name register a model?"
    return ctx.finding(
        call.place,
        f"{does}, whose name in the registry comes from {found.words}",
        level=Level.WARNING,
        flow=ctx.flow(found.origin, call.place, f"`{_name(call)}` loads it"),
        doubt=ctx.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, question, call.subject),
    )


def _name(call: CallFact) -> str:
    """The name of the call, without the module if it is a method that a class of the project inherits."""
    library = call.api.name.partition(".")[0]
    return call.name if call.name.startswith(f"{library}.") else ".".join(call.name.split(".")[-2:])


RULE = Rule(
    id="untrusted-model-file",
    title="A model file that others can choose is loaded by code that runs what is in it",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.model",),
    tags=("security", "pickle", "supply-chain"),
    cwe=(502,),
    security_severity=6.8,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
