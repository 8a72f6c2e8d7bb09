"""## What it finds
A model that is registered, pushed or saved for others by the code that has just trained it, where no comparison decides
whether it is good enough: the call stands behind no test of a score.

## Why it matters
The next run with broken data replaces a good model by a bad one, and nothing stops it on the way to the users.

## Bad
```python
import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
model = LogisticRegression().fit(train[["age"]], train["bought"])
print(f1_score(test["bought"], model.predict(test[["age"]])))
# ruleid: ungated-model-release
mlflow.sklearn.log_model(model, "model", registered_model_name="buyers")
```

```python
import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier


def main():
    frame = pd.read_csv("train.csv")
    model = RandomForestClassifier()
    model.fit(frame[["age"]], frame["bought"])
    # ruleid: ungated-model-release
    joblib.dump(model, "model.joblib")
```

What was asked of the data before the training tells nothing of the model, whoever trains it:

```python
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

rows = load_dataset("json", data_files="reviews.jsonl")["train"]
if not rows.column_names.count("label"):
    raise ValueError("no labels")
model = AutoModelForSequenceClassification.from_pretrained("models/base")
trainer = Trainer(model=model, args=TrainingArguments("out"), train_dataset=rows)
trainer.train()
# ruleid: ungated-model-release
model.push_to_hub("team/reviews")
```

## Good
```python
import sys

import joblib
import mlflow
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
model = LogisticRegression().fit(train[["age"]], train["bought"])
score = f1_score(test["bought"], model.predict(test[["age"]]))
if score < 0.8:
    sys.exit(f"the score is only {score}")
# ok: ungated-model-release
mlflow.sklearn.log_model(model, "model", registered_model_name="buyers")
# ok: ungated-model-release
joblib.dump(model, "model.joblib")
```

```python
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression


def store(model):
    # ok: ungated-model-release
    joblib.dump(model, "model.joblib")


train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
best = joblib.load("model.joblib").score(test[["age"]], test["bought"])
model = LogisticRegression().fit(train[["age"]], train["bought"])
if model.score(test[["age"]], test["bought"]) > best:
    store(model)
```

A function may refuse the model for its caller:

```python
# file: quality.py
def require(score, least):
    if score < least:
        raise SystemExit(f"the score is only {score}")

# file: train.py
import mlflow
import pandas as pd
import quality
from sklearn.linear_model import Ridge

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
model = Ridge().fit(train[["age"]], train["spent"])
quality.require(model.score(test[["age"]], test["spent"]), 0.6)
# ok: ungated-model-release
mlflow.sklearn.log_model(model, "model", registered_model_name="spending")
```

What is kept for the next step of the same run is no release:

```python
import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler

scaler = StandardScaler().fit(pd.read_csv("train.csv"))
# ok: ungated-model-release
joblib.dump(scaler, "scaler.joblib")
```

## When it is fine
If another job judges the file before it is used, or a person does.

## What it cannot see
Gates in the pipeline around the script. A plain file is therefore only noted, once per module; of several
calls that release a model in one function the first one is told.

## References
- Breck et al., "The ML Test Score": model quality is validated before serving.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Models that leave the program whatever they are worth."""
    if ctx.in_tests:
        return
    trained = {use.place: use for use in ctx.facts.model_uses if use.purpose == "train"}
    told: set[str] = set()
    for call in ctx.calls("release"):
        if call.function in told or not _is_release(call):
            continue  # what follows names the version that is released already
        if (trained or ctx.facts.fits) and "gated" not in call.around:
            told.add(call.function)
            name = call.api.name.rpartition(".")[2]
            yield ctx.finding(
                call.place,
                f"`{name}` hands the model that was just trained to its users, and no comparison decides whether it is "
                "good enough",
                level=Level.NOTE if ctx.locate(call.place).cell is not None else Level.WARNING,
            )
    for saved in ctx.facts.saved:
        uses = [trained[place] for place in saved.fits if place in trained]
        if uses and not saved.gated and not saved.loops and ctx.locate(saved.place).cell is None:
            yield ctx.finding(
                saved.place,
                f"`{saved.api}` saves the model that was just trained, and no comparison decides whether it is good "
                "enough",
                level=Level.NOTE,
                related=(ctx.related(uses[0].place, "the model is trained here"),),
            )
            return


def _is_release(call: CallFact) -> bool:
    return bool(call.api.option("by")) or "registered_model_name" in call.args


RULE = Rule(
    id="ungated-model-release",
    title="A trained model is released without a test of its quality",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("release", "preprocessing", "artefact", "fit"),
    given=("release", "artefact"),
    tags=("contract",),
    since="0.4.0",
    check=check,
)
