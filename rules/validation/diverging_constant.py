"""## What it finds
A constant of one name that has one value in the code that trains a model and another in the code that asks it, where
both go into the preparation of the data or decide on the model's answer.

## Why it matters
A mean, a bound or a threshold that was copied is changed in one place only. The model still answers, about other
numbers than it has learned.

## Bad
```python
# file: train.py
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression

AGE_MEAN = 38.6
AGE_STD = 13.2

frame = pd.read_csv("train.csv")
frame["age"] = (frame["age"] - AGE_MEAN) / AGE_STD
model = LogisticRegression()
model.fit(frame[["age"]], frame["bought"])
joblib.dump(model, "model.joblib")

# file: serve.py
import joblib
import pandas as pd
from flask import Flask, request

# ruleid: diverging-constant
AGE_MEAN = 36.8
AGE_STD = 13.2

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    frame = pd.DataFrame([request.get_json()])
    frame["age"] = (frame["age"] - AGE_MEAN) / AGE_STD
    return {"y": model.predict(frame[["age"]]).tolist()}
```

```python
# file: train.py
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

THRESHOLD = 0.35

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
model = LogisticRegression().fit(train[["age"]], train["bought"])
print(f1_score(test["bought"], model.predict_proba(test[["age"]])[:, 1] > THRESHOLD))
joblib.dump(model, "model.joblib")

# file: serve.py
import joblib
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")
# ruleid: diverging-constant
THRESHOLD = 0.5


@app.post("/predict")
def predict():
    chance = model.predict_proba([[request.get_json()["age"]]])[:, 1]
    return {"buys": bool(chance[0] > THRESHOLD)}
```

## Good
```python
# file: constants.py
AGE_MEAN = 38.6

# file: train.py
import joblib
import pandas as pd
from constants import AGE_MEAN
from sklearn.linear_model import LogisticRegression

BATCH = 64

frame = pd.read_csv("train.csv")
model = LogisticRegression(max_iter=BATCH)
model.fit(frame[["age"]] - AGE_MEAN, frame["bought"])
joblib.dump(model, "model.joblib")

# file: serve.py
import joblib
import pandas as pd
from constants import AGE_MEAN
from flask import Flask, request

# ok: diverging-constant
BATCH = 1
app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    frame = pd.DataFrame([request.get_json()][:BATCH])
    return {"y": model.predict(frame[["age"]] - AGE_MEAN).tolist()}
```

## When it is fine
If the two happen to share a name and mean different things.

## What it cannot see
Constants of different names, in files that are no Python, and in modules that save or load nothing.

## References
- Breck et al., "The ML Test Score": training and serving features compute the same values.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Location, Precision, Preprocessing, ProjectContext, Rule


def across(ctx: ProjectContext) -> Iterator[Finding]:
    """Constants of one name with two values on the two sides of a saved model."""
    for serve, trains in ctx.twins():
        known = [_constants(train) for train in trains]
        for name, (text, at) in _constants(serve).items():
            others = [own.get(name) for own in known]
            if any(other is None or other[0] == text or other[1].path == at.path for other in others):
                continue
            first = next(other for other in others if other is not None)
            yield ctx.finding(
                at,
                f"`{name}` is `{text}` where the saved model is asked, and was `{first[0]}` where it was trained",
                related=[ctx.related(first[1], "training has this value")],
                doubt=ctx.doubt_of(serve, trains),
            )


def _constants(found: Preprocessing) -> dict[str, tuple[str, Location]]:
    """The constants that go into the preparation of the data or the decision on the answer."""
    return {name: (text, at) for name, text, at in found.variables}


RULE = Rule(
    id="diverging-constant",
    title="A constant differs between training and serving",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("preprocessing", "artefact", "model-input", "fit", "learn", "transform"),
    given=("artefact", "load.pickle", "load.torch", "load.keras", "load.model", "model-input"),
    tags=("serving", "contract"),
    since="0.4.0",
    reach=1,
    across=across,
)
