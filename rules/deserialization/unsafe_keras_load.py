"""## What it finds
Keras models and layers built from files or configurations of others where nothing keeps out the code that these can
hold: `safe_mode=False`, a version of Keras whose safe mode did not cover the format, or Keras 2. Found are
`load_model`, `model_from_json`, `model_from_yaml`, `from_config`, `layers.deserialize` and `deserialize_keras_object`,
of `keras`, `tf.keras` and `tf_keras`. The weight of a finding follows from where the file comes from, as for
`pickle-load-of-untrusted-data`; a constant path is no finding, unless safe mode is turned off, which is a note.

| what is loaded | guarded from |
|---|---|
| `.keras` archive | Keras 3.11 (before: CVE-2025-1550, CVE-2025-8747, CVE-2025-9906) |
| HDF5 file, or a format that is not known | Keras 3.11.3 (before: CVE-2025-9905) |
| a configuration, without a file | Keras 3.15 |
| anything with Keras 2 (`tf_keras`, TensorFlow before 2.16) | never (CVE-2024-3660) |

The versions that the project allows decide; if they leave it open, the finding says so. A model that comes from a
request, a download or a hub is still a note if it is guarded: safe mode has been got around more than once.

## Why it matters
A `Lambda` layer is Python bytecode in the model file, and a configuration names the classes and functions to be called.
Without safe mode whoever can choose the file runs code where it is loaded.

## Bad
```python
import keras
from flask import request


def load():
    file = request.files["model"]
    file.save("upload.keras")
    # ruleid: unsafe-keras-load
    return keras.saving.load_model("upload.keras", safe_mode=False)
```

```python
# file: requirements.txt
tensorflow==2.15.0

# file: load.py
import tensorflow as tf
from tensorflow.keras.models import load_model, model_from_json


def load(path, text):
    # ruleid: unsafe-keras-load
    first = load_model(path)
    # ruleid: unsafe-keras-load
    second = tf.keras.models.load_model(f"{path}/model.h5", compile=False)
    # ruleid: unsafe-keras-load
    third = model_from_json(text)
    return first, second, third
```

```python
# file: requirements.txt
keras==3.10.0

# file: load.py
import keras
from huggingface_hub import hf_hub_download

# ruleid: unsafe-keras-load
model = keras.models.load_model(hf_hub_download("organisation/model", "model.keras"))
```

The version of Keras is not known here:

```python
import keras


def load(path):
    # ruleid: unsafe-keras-load
    return keras.models.load_model(path)
```

```python
import tf_keras
from keras.saving import load_model


def load(path, trusted):
    # ruleid: unsafe-keras-load
    first = load_model(path, safe_mode=not trusted)
    # ruleid: unsafe-keras-load
    return first, tf_keras.models.load_model(path + ".h5")
```

A constant path is no reason to turn the protection off:

```python
import keras

OPTIONS = {"compile": False, "safe_mode": False}
# ruleid: unsafe-keras-load
model = keras.saving.load_model("model.keras", **OPTIONS)
```

Even with a version that guards, a model of anybody's is worth a note:

```python
# file: requirements.txt
keras>=3.11.3

# file: load.py
import keras
from flask import request


def load():
    # ruleid: unsafe-keras-load
    return keras.models.load_model(request.args["path"])
```

## Good
```python
# file: requirements.txt
keras>=3.11.3

# file: load.py
import keras


def load(path):
    # ok: unsafe-keras-load
    model = keras.saving.load_model(path)
    # ok: unsafe-keras-load
    return model, keras.models.load_model(f"{path}/old.h5")
```

```python
import keras
from keras.models import load_model


def check(path):
    model = keras.Sequential([keras.layers.Dense(1)])
    model.save(path)
    # ok: unsafe-keras-load
    same = load_model(path)
    # ok: unsafe-keras-load
    copy = keras.Sequential.from_config(model.get_config())
    # ok: unsafe-keras-load
    return same, copy, keras.models.model_from_json(model.to_json())
```

```python
from tensorflow.keras.callbacks import ModelCheckpoint
from tensorflow.keras.models import load_model


def best(model, rows, path):
    model.fit(rows, callbacks=[ModelCheckpoint(path, save_best_only=True)])
    # ok: unsafe-keras-load
    return load_model(path)
```

```python
import tensorflow as tf

# ok: unsafe-keras-load
model = tf.keras.models.load_model("models/model.h5")
# ok: unsafe-keras-load
model.load_weights("models/model.weights.h5")
```

```python
# file: pyproject.toml
[project]
name = "service"
version = "1"
dependencies = ["keras>=3.15"]

# file: load.py
import keras


def load(text, safe_mode=True):
    # ok: unsafe-keras-load
    model = keras.models.model_from_json(text)
    # ok: unsafe-keras-load
    return model, keras.saving.load_model(text, safe_mode=safe_mode)
```

## When it is fine
The model was made by those who run the program, and nobody else can write to the file. Even then weights without a
program (`.weights.h5`) and the code that builds the model are the safer pair.

## What it cannot see
`TF_USE_LEGACY_KERAS` in the environment, which puts Keras 2 in the place of `tf.keras`. Weights are arrays and are
never reported.

```python
# file: requirements.txt
tensorflow==2.18.0
keras>=3.11.3

# file: load.py
import os

os.environ["TF_USE_LEGACY_KERAS"] = "1"

import tensorflow as tf


def load(path):
    # todoruleid: unsafe-keras-load
    return tf.keras.models.load_model(path)
```

## References
- Keras documentation, `keras.saving.load_model`: `safe_mode`.
- CVE-2024-3660, CVE-2025-1550, CVE-2025-8747, CVE-2025-9905, CVE-2025-9906.
- keras-team/tf-keras, pull request 910: safe mode is ignored for HDF5 files.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    provenance,
    suffixes,
    switched,
)

FLAG = "safe_mode"
QUESTION = "Can someone who may not run code on this machine choose the model that is loaded here?"
OWN = frozenset({"own-file", "package-resource", "verified"})
KERAS_2 = ("tf_keras.", "tensorflow.python.keras.")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Loads that safe mode does not guard, weighed by where the model comes from; guarded ones of anybody's models."""
    for call in ctx.calls("load.keras"):
        safe, why = switched(call, FLAG)
        guarded, gap = _guarded(ctx, call)
        remedy = None
        if safe is False:
            guarded, gap, start = False, None, f"`{call.name}` is told to build the code that a model holds"
            remedy = Remedy(title=f"Leave `{FLAG}` on", changes=(ctx.drop_argument(call, FLAG),), safe=False)
        elif guarded and why and FLAG in call.args:
            guarded, start = False, f"`{call.name}` may build the code that a model holds"
            gap = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, why, f"Can `{FLAG}` be false here?", call.args[FLAG])
        else:
            start = f"`{call.name}` builds the code that a model may hold"
        finding = _anybodys(ctx, call) if guarded else _unguarded(ctx, call, start, gap, remedy)
        if finding is not None:
            yield finding


def _unguarded(
    ctx: RuleContext, call: CallFact, start: str, gap: Doubt | None, remedy: Remedy | None
) -> Finding | None:
    finding = ctx.loaded(call, f"{start}, and the model comes from {{origin}}", QUESTION, gap=gap, remedy=remedy)
    own = call.subject is not None and not OWN.isdisjoint(origin.kind for origin in call.subject.origins)
    if finding is None and remedy is not None and not own and not ctx.is_test:
        return ctx.finding(call.place, start, level=Level.NOTE, remedy=remedy)
    return finding


def _anybodys(ctx: RuleContext, call: CallFact) -> Finding | None:
    """A note on a model that anybody can have made, though safe mode is on."""
    found = provenance(call.subject)
    if found.trust is not Trust.UNTRUSTED or found.origin is None or ctx.is_test:
        return None
    message = f"`{call.name}` builds a model that comes from {found.words}, and only safe mode keeps its code out"
    flow = ctx.flow(found.origin, call.place, f"`{call.name}` loads it")
    return ctx.finding(call.place, message, level=Level.NOTE, flow=flow)


def _guarded(ctx: RuleContext, call: CallFact) -> tuple[bool, Doubt | None]:
    """Whether safe mode guards this format in the version that is used, and what is not known of that."""
    if call.name.startswith(KERAS_2):
        return False, None
    if call.name.startswith("tensorflow.") and ctx.at_least("tensorflow", "2.16") is False:
        return False, None
    since = "3.15" if call.api.how == "config" else "3.11" if suffixes(call.subject) == {".keras"} else "3.11.3"
    answer = ctx.at_least("keras", since)
    if answer is not None:
        return answer, None
    text = f"the version of `keras` is not settled, and safe mode guards this only from {since} on"
    return False, ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, f"May this run with a `keras` older than {since}?")


RULE = Rule(
    id="unsafe-keras-load",
    title="A Keras model is built without anything that keeps its code out",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.keras",),
    tags=("security", "keras"),
    cwe=(502,),
    security_severity=8.1,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
