"""## What it finds
A scaler, encoder, vectoriser or another fitted transformer that made the data of a model which is saved, and is itself
neither saved nor handed to anything that could.

## Why it matters
Whoever loads the model can't make the numbers that it was trained on: what the transformer learned is gone when the
program ends. Another fit, to other data, makes other numbers.

## Bad
```python
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("train.csv")
scaler = StandardScaler()
# ruleid: unsaved-transformer
X = scaler.fit_transform(frame[["age", "income"]])
model = LogisticRegression().fit(X, frame["bought"])
joblib.dump(model, "model.joblib")
```

```python
import pickle

import pandas as pd
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import train_test_split
from sklearn.naive_bayes import MultinomialNB


def train(path):
    frame = pd.read_csv(path)
    train, test = train_test_split(frame)
    vectorizer = TfidfVectorizer()
    # ruleid: unsaved-transformer
    vectorizer.fit(train["text"])
    model = MultinomialNB()
    model.fit(vectorizer.transform(train["text"]), train["spam"])
    print(model.score(vectorizer.transform(test["text"]), test["spam"]))
    with open("spam.pkl", "wb") as file:
        pickle.dump(model, file)
```

## Good
```python
import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MinMaxScaler, StandardScaler

frame = pd.read_csv("train.csv")
scaler = StandardScaler()
# ok: unsaved-transformer
X = scaler.fit_transform(frame[["age", "income"]])
model = LogisticRegression().fit(X, frame["bought"])
joblib.dump({"model": model, "scaler": scaler}, "bundle.joblib")

pipeline = make_pipeline(MinMaxScaler(), LogisticRegression())
# ok: unsaved-transformer
pipeline.fit(frame[["age", "income"]], frame["bought"])
joblib.dump(pipeline, "pipeline.joblib")


def prepare(table):
    other = StandardScaler()
    # ok: unsaved-transformer
    return other.fit_transform(table), other


values, kept = prepare(frame[["age"]])
joblib.dump(LogisticRegression().fit(values, frame["bought"]), "age.joblib")
joblib.dump(kept, "age_scaler.joblib")
```

What it has learned may be stored as numbers:

```python
import joblib
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import MinMaxScaler

frame = pd.read_csv("train.csv")
scaler = MinMaxScaler()
# ok: unsaved-transformer
X = scaler.fit_transform(frame[["age", "income"]])
model = LogisticRegression().fit(X, frame["bought"])
joblib.dump(model, "model.joblib")
np.savez_compressed("ranges.npz", low=scaler.data_min_, high=scaler.data_max_)
```

A model that is not saved needs no transformer:

```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

frame = pd.read_csv("train.csv")
# ok: unsaved-transformer
X = StandardScaler().fit_transform(frame[["age", "income"]])
print(LogisticRegression().fit(X, frame["bought"]).coef_)
```

## When it is fine
If the saved model is only ever asked about data that the same run has transformed and stored.

## What it cannot see
Transformers that are stored by code that is not read: those that such code gets hold of are left alone.

## References
- scikit-learn documentation, "Model persistence" and "Pipeline".
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Transformers that end with the program whose model is kept."""
    if ctx.in_tests:
        return
    facts = ctx.facts
    kept = facts.escaped.union(*(saved.fits for saved in facts.saved))
    for use in facts.model_uses:
        saved = next((each for each in facts.saved if use.place in each.fits), None)
        if use.purpose != "train" or saved is None:
            continue
        for step in use.steps:
            fitted = step.place if step.learns else step.fitted
            if step.kind != "transformer" or fitted is None or step.artefact or {fitted, step.place} & kept:
                continue
            name = step.name.rpartition(".")[2]
            where = f" to `{saved.path}`" if saved.path else ""
            yield ctx.finding(
                fitted,
                f"what `{name}` learns here ends with the program, while the model that is trained on its numbers is "
                f"saved{where}",
                level=Level.NOTE if ctx.locate(fitted).cell is not None else None,
                related=(
                    ctx.related(use.place, "the model is trained on its numbers here"),
                    ctx.related(saved.place, "the model is saved here"),
                ),
            )


RULE = Rule(
    id="unsaved-transformer",
    title="A model is saved without the transformer that made its data",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("preprocessing", "artefact", "fit", "learn", "transform"),
    given=("artefact",),
    tags=("contract",),
    since="0.4.0",
    check=check,
)
