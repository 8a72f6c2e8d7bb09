"""## What it finds
A saved model is asked about data that was prepared in another way than the data it was trained on. The preparation of
the training that saves a file is compared, step by step and across files, with that of the code that loads it: a
transformer with another class or other parameters, one that is missing, other columns or another order, other
constants, and a transformer or dummy columns that learn from the very data of a request.

## Why it matters
The model answers without a word, and wrongly: it takes minutes for hours, or sees every request as the mean of its own.
A transformer that is fitted to one row makes zeros of it.

## Bad
```python
# file: train.py
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("train.csv")
X = frame[["age", "income"]]
scaler = StandardScaler()
scaled = scaler.fit_transform(X)
model = RandomForestClassifier().fit(scaled, frame["bought"])
joblib.dump(model, "model.joblib")
joblib.dump(scaler, "scaler.joblib")

# file: serve.py
import joblib
import pandas as pd
from flask import Flask, request
from sklearn.preprocessing import StandardScaler

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    rows = pd.DataFrame(request.get_json())
    # ruleid: preprocessing-skew
    scaled = StandardScaler().fit_transform(rows)
    return {"y": model.predict(scaled).tolist()}


@app.post("/raw")
def raw():
    rows = pd.DataFrame(request.get_json())
    # ruleid: preprocessing-skew
    return {"y": model.predict(rows).tolist()}
```

```python
# file: train.py
import pickle

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression

frame = pd.read_csv("train.csv")
frame["income"] = frame["income"].fillna(0)
frame["income"] = np.log1p(frame["income"])
X = frame[["age", "income"]]
model = LinearRegression()
model.fit(X, frame["price"])
with open("model.pkl", "wb") as file:
    pickle.dump(model, file)

# file: app.py
import pickle

import numpy as np
import pandas as pd
from fastapi import FastAPI

app = FastAPI()
with open("model.pkl", "rb") as file:
    model = pickle.load(file)


@app.post("/a")
def other_constant(body: dict):
    frame = pd.DataFrame([body])
    # ruleid: preprocessing-skew
    frame["income"] = frame["income"].fillna(-1)
    frame["income"] = np.log1p(frame["income"])
    return model.predict(frame[["age", "income"]]).tolist()


@app.post("/b")
def other_order(body: dict):
    frame = pd.DataFrame([body])
    frame["income"] = frame["income"].fillna(0)
    frame["income"] = np.log1p(frame["income"])
    # ruleid: preprocessing-skew
    return model.predict(frame[["income", "age"]]).tolist()
```

```python
# file: train.py
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression

frame = pd.read_csv("train.csv")
X = pd.get_dummies(frame[["city", "age"]])
joblib.dump(LogisticRegression().fit(X, frame["bought"]), "model.joblib")

# file: serve.py
import joblib
import pandas as pd
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    # ruleid: preprocessing-skew
    rows = pd.get_dummies(pd.DataFrame([request.get_json()]))
    return {"y": model.predict(rows).tolist()}
```

Images are scaled by other numbers, texts are cut up by another vocabulary:

```python
# file: train.py
import torch
from torch import nn
from torchvision import datasets, transforms

prepare = transforms.Compose(
    [transforms.Resize(224), transforms.ToTensor(), transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])]
)
loader = torch.utils.data.DataLoader(datasets.ImageFolder("images", transform=prepare), batch_size=8)
net = nn.Sequential(nn.Flatten(), nn.Linear(3 * 224 * 224, 2))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for images, labels in loader:
    optimizer.zero_grad()
    nn.functional.cross_entropy(net(images), labels).backward()
    optimizer.step()
torch.save(net.state_dict(), "net.pt")

# file: serve.py
import torch
from PIL import Image
from torch import nn
from torchvision import transforms

prepare = transforms.Compose(
    [
        transforms.Resize(224),
        transforms.ToTensor(),
        # ruleid: preprocessing-skew
        transforms.Normalize([0.5, 0.5, 0.5], [0.5, 0.5, 0.5]),
    ]
)
net = nn.Sequential(nn.Flatten(), nn.Linear(3 * 224 * 224, 2))
net.load_state_dict(torch.load("net.pt", weights_only=True))
net.eval()


def classify(path):
    with torch.no_grad():
        return net(prepare(Image.open(path)).unsqueeze(0)).argmax().item()
```

```python
# file: tune.py
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer

tokenizer = AutoTokenizer.from_pretrained("bert-base-cased")
model = AutoModelForSequenceClassification.from_pretrained("bert-base-cased")
trainer = Trainer(model=model, processing_class=tokenizer)
trainer.train()
model.save_pretrained("out/reviews")

# file: app.py
from transformers import AutoModelForSequenceClassification, AutoTokenizer

# ruleid: preprocessing-skew
tokenizer = AutoTokenizer.from_pretrained("bert-base-uncased")
model = AutoModelForSequenceClassification.from_pretrained("out/reviews")


def rate(text):
    return model(**tokenizer(text, return_tensors="pt")).logits
```

A transformer of another kind is told where the serving side fits it:

```python
# file: train.py
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

frame = pd.read_parquet("train.parquet")
scaler = StandardScaler().fit(frame[["age", "income"]])
model = LogisticRegression().fit(scaler.transform(frame[["age", "income"]]), frame["bought"])
joblib.dump(model, "buys.joblib")
joblib.dump(scaler, "scaler.joblib")

# file: serve.py
import joblib
import pandas as pd
from flask import Flask, request
from sklearn.preprocessing import RobustScaler

app = Flask(__name__)
model = joblib.load("buys.joblib")
# ruleid: preprocessing-skew
scaler = RobustScaler().fit(pd.read_parquet("sample.parquet"))


@app.get("/buys")
def buys():
    row = [[float(request.args["age"]), float(request.args["income"])]]
    return {"y": model.predict(scaler.transform(row)).tolist()}
```

## Good
```python
# file: features.py
import numpy as np

COLUMNS = ["age", "income"]


def prepare(frame):
    frame = frame.copy()
    frame["income"] = np.log1p(frame["income"].fillna(0))
    return frame[COLUMNS]

# file: train.py
import joblib
import pandas as pd
from features import prepare
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("train.csv").dropna()
X_train, X_test, y_train, y_test = train_test_split(prepare(frame), frame["bought"])
scaler = StandardScaler()
model = RandomForestClassifier().fit(scaler.fit_transform(X_train), y_train)
print(model.score(scaler.transform(X_test), y_test))
joblib.dump(model, "models/model.joblib")
joblib.dump(scaler, "models/scaler.joblib")

# file: serve.py
import os

import joblib
import pandas as pd
from features import prepare
from flask import Flask, request

app = Flask(__name__)
HERE = os.path.dirname(__file__)
model = joblib.load(os.path.join(HERE, "models", "model.joblib"))
scaler = joblib.load(os.path.join(HERE, "models", "scaler.joblib"))


@app.post("/predict")
def predict():
    rows = prepare(pd.DataFrame([request.get_json()]))
    # ok: preprocessing-skew
    return {"y": model.predict(scaler.transform(rows)).tolist()}
```

Dummy columns that are laid out as they were in training, by names that are saved with the model:

```python
# file: train.py
import joblib
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

X = pd.get_dummies(pd.read_csv("train.csv").drop(columns=["left"]))
tree = DecisionTreeClassifier().fit(X, pd.read_csv("train.csv")["left"])
joblib.dump((tree, list(X.columns)), "tree.joblib")

# file: serve.py
import joblib
import pandas as pd

tree, names = joblib.load("tree.joblib")


def leaves(path):
    # ok: preprocessing-skew
    rows = pd.get_dummies(pd.read_csv(path))
    rows = rows.reindex(columns=names, fill_value=0)
    return tree.predict(rows)
```

A pipeline that is saved as a whole takes its steps along:

```python
# file: train.py
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("train.csv")
pipeline = make_pipeline(StandardScaler(), LogisticRegression())
pipeline.fit(frame[["age", "income"]], frame["bought"])
joblib.dump(pipeline, "pipeline.joblib")

# file: serve.py
import joblib
import pandas as pd
from flask import Flask, request

app = Flask(__name__)
pipeline = joblib.load("pipeline.joblib")


@app.post("/predict")
def predict():
    # ok: preprocessing-skew
    return {"y": pipeline.predict(pd.DataFrame([request.get_json()])).tolist()}
```

## When it is fine
If the difference is meant, and the model was evaluated with the serving code.

## What it cannot see
Preparation in code that is not read, and what two functions written in different ways have in common: where a step
can't be resolved, nothing is said of steps that are missing.

## References
- Breck et al., "The ML Test Score": training and serving features compute the same values.
- Google, "Rules of Machine Learning", rule 32: re-use code between the training and the serving pipeline.
"""

from collections.abc import Iterator

from analyzer.api import (
    Difference,
    Doubt,
    Finding,
    Level,
    Location,
    Precision,
    Preprocessing,
    PreprocessingStep,
    ProjectContext,
    Rule,
    StepKind,
    comparable,
    differences,
)

NUMERIC = frozenset(
    {"/", "*", "-", "+", "**", "log", "log1p", "log10", "log2", "sqrt", "exp", "expm1", "clip", "power"}
)
LAID_OUT = frozenset({"reindex", "align", "select"})


def across(ctx: ProjectContext) -> Iterator[Finding]:
    """Ways to a saved model that differ from the way of its training."""
    trained = dict(ctx.twins())
    for serve in ctx.preprocessings:
        if serve.purpose != "serve" or serve.at is None:
            continue
        trains = trained.get(serve, ())
        told = set()
        for step in _learning(serve):
            told.add(step.at)
            yield _finding(ctx, serve, trains, step, _refitted(serve, step))
        for difference in _agreed(serve, trains):
            at = difference.new.at if difference.new is not None else serve.at
            if at is not None and at not in told:
                told.add(at)
                yield _different(ctx, serve, difference, at, ctx.doubt_of(serve, trains))


def _learning(serve: Preprocessing) -> Iterator[PreprocessingStep]:
    """Steps that learn from the data that the model is asked about."""
    for number, step in enumerate(serve.steps):
        if step.kind is StepKind.TRANSFORMER and step.learns:
            yield step
        elif step.name == "get_dummies" and step.kind is StepKind.OPERATION:
            later = serve.steps[number + 1 :]
            if not any(each.name in LAID_OUT and _names_columns(each) for each in later):
                yield step


def _names_columns(step: PreprocessingStep) -> bool:
    """Whether a step says which columns there are, known here or not."""
    return step.kind is StepKind.COLUMNS or any(name == "columns" for name, _ in step.arguments)


def _refitted(serve: Preprocessing, step: PreprocessingStep) -> str:
    name = step.name.rpartition(".")[2] or step.name
    what = "a request" if serve.handler else "the data that it is asked about"
    if step.name == "get_dummies":
        return f"`get_dummies` makes the columns that {what} happens to hold, not those that the model was trained on"
    return f"`{name}` is fitted anew to {what}: the saved model was trained on what another fit had made"


def _finding(
    ctx: ProjectContext,
    serve: Preprocessing,
    trains: tuple[Preprocessing, ...],
    step: PreprocessingStep,
    message: str,
) -> Finding:
    own = [each for train in trains for each in train.steps if each.kind is step.kind and each.at is not None]
    places = dict.fromkeys(each.at for each in own if each.at is not None)
    assert step.at is not None
    return ctx.finding(
        step.at,
        message,
        level=Level.ERROR if serve.handler else Level.WARNING,
        related=[ctx.related(at, "training prepares the data here") for at in places][:3],
    )


def _agreed(serve: Preprocessing, trains: tuple[Preprocessing, ...]) -> list[Difference]:
    """The certain differences from every training that may have saved the model."""
    found = [[each for each in differences(*comparable(train, serve)) if _is_sure(each, train)] for train in trains]
    if not found:
        return []
    first = [each for each in found[0] if _counts(each, found[0])]
    return [each for each in first if all(str(each) in map(str, other) for other in found[1:])]


def _is_sure(difference: Difference, train: Preprocessing) -> bool:
    """Whether a difference is certain; a model that takes its columns by name takes them in any order."""
    by_name = any("ColumnTransformer" in text for _, text in train.saved)
    return difference.certain and not (by_name and difference.arguments == ("columns",))


def _counts(difference: Difference, others: list[Difference]) -> bool:
    """Whether a difference changes what the model sees, rather than how the code comes to the same numbers."""
    old, new = difference.old, difference.new
    if difference.what == "changed" and old is not None and new is not None:
        named = dict(old.variables).keys() & dict(new.variables).keys()
        shared = {dict(old.variables)[each] == dict(new.variables)[each] for each in named}
        return shared != {True}  # constants of one name are the matter of another rule
    if difference.what == "replaced" and old is not None and new is not None:
        return _weighs(old) and _weighs(new)
    if difference.what == "missing" and old is not None:
        added = [each.new for each in others if each.what == "added" and each.new is not None]
        return _weighs(old) and not any(_weighs(each) for each in added)
    if difference.what == "added" and new is not None:
        return _weighs(new) and not any(each.what == "missing" for each in others)
    return False


def _weighs(step: PreprocessingStep) -> bool:
    if step.kind is not StepKind.OPERATION:
        return step.kind is StepKind.TRANSFORMER
    return step.name in NUMERIC and step.is_known and not any(text.isidentifier() for _, text in step.arguments[:1])


def _different(
    ctx: ProjectContext, serve: Preprocessing, difference: Difference, at: Location, doubt: Doubt | None
) -> Finding:
    old, new = difference.old, difference.new
    if difference.what == "missing":
        text = f"the saved model is asked about data without `{old}`, which the data of its training went through"
    elif difference.what == "added":
        text = f"`{new}` changes the data that the saved model is asked about, and did not change that of its training"
    elif difference.arguments == ("columns",) and old is not None and new is not None:
        text = f"the saved model gets the columns {_listed(new)}, and was trained on {_listed(old)}"
    else:
        text = f"the saved model is asked about data prepared by `{new}`, and was trained on data prepared by `{old}`"
    related = [ctx.related(old.at, "training does it here")] if old is not None and old.at is not None else []
    level = Level.ERROR if serve.handler else Level.WARNING
    return ctx.finding(at, text, level=level, related=related, doubt=doubt)


def _listed(step: PreprocessingStep) -> str:
    names = [f"`{name}`" for name in step.columns or ()]
    return ", ".join(names[:6]) + (", …" if len(names) > 6 else "")


RULE = Rule(
    id="preprocessing-skew",
    title="A saved model gets data prepared in another way than in training",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=(
        "preprocessing",
        "artefact",
        "prepare",
        "load.torch",
        "load.pickle",
        "load.torchscript",
        "load.keras",
        "hub.weights",
        "model-input",
        "fit",
        "learn",
        "transform",
    ),
    given=("artefact", "load.pickle", "load.torch", "load.keras", "load.model", "model-input"),
    tags=("serving", "contract"),
    since="0.4.0",
    reach=1,
    across=across,
)
