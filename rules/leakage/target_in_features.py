"""## What it finds
A model that is trained with its target, or with a column that is computed from it, among its features.

## Why it matters
The model reads the answer off its input. Every score is close to perfect and says nothing, and where predictions are
really needed the column does not exist yet.

## Bad
The target was taken out of the table by name and never dropped from it:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X = df.drop(columns=["customer_id"])
y = df["left"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
# ruleid: target-in-features
model = RandomForestClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

The list of features leaves out another column only:
```python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

df = pd.read_csv("houses.csv")
features = [c for c in df.columns if c != "id"]
# ruleid: target-in-features
print(cross_val_score(Ridge(), df[features], df["price"]))
```

The labels are computed from a column that stays:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

wine = pd.read_csv("wine.csv")
wine["good"] = (wine["quality"] > 6).astype(int)
X, y = wine.drop("good", axis=1), wine["good"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = DecisionTreeClassifier()
# ruleid: target-in-features
model.fit(X_train, y_train)
print(model.score(X_test, y_test))
```

A feature is computed from the target:
```python
import pandas as pd
from sklearn.linear_model import LinearRegression

df = pd.read_csv("houses.csv")
df["price_per_room"] = df["price"] / df["rooms"]
train, test = df[:1000], df[1000:]
# ruleid: target-in-features
model = LinearRegression().fit(train[["rooms", "price_per_room"]], train["price"])
print(model.score(test[["rooms", "price_per_room"]], test["price"]))
```

By position:
```python
import pandas as pd
from sklearn.svm import SVC

data = pd.read_csv("iris.csv")
X = data.iloc[:, 0:].values
y = data.iloc[:, -1].values
# ruleid: target-in-features
SVC().fit(X, y)
```

## Good
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
y = df.pop("left")
X_train, X_test, y_train, y_test = train_test_split(df, y)
# ok: target-in-features
model = RandomForestClassifier().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

The last column is the target, all others are features:
```python
import pandas as pd
from sklearn.svm import SVC

data = pd.read_csv("iris.csv").values
X, y = data[:, :-1], data[:, -1]
# ok: target-in-features
SVC().fit(X, y)
```

What is predicted is the next value of a column:
```python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("prices.csv")
df["tomorrow"] = df["close"].shift(-1)
df["yesterday"] = df["close"].shift(1)
df = df.dropna()
# ok: target-in-features
model = Ridge().fit(df.drop(columns=["tomorrow"]), df["tomorrow"])
# ok: target-in-features
model = Ridge().fit(df[["yesterday"]], df["close"])
```

A transformer may be told to leave the target alone:
```python
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import Ridge
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("houses.csv")
# ok: target-in-features
model = make_pipeline(make_column_transformer((StandardScaler(), ["rooms", "size"])), Ridge()).fit(df, df["price"])
```

## When it is fine
Never for a prediction. A model that reproduces its own input (an autoencoder) is not reported.

## What it cannot see
A column that comes into being after the outcome under a name of its own, such as the duration of a call or the sum that
was recovered; columns whose names are only known when the program runs.

## References
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L2).
- Kaufman, Rosset and Perlich, "Leakage in data mining: formulation, detection, and avoidance", 2011.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Fit, Level, Place, Precision, Rule, RuleContext

POSITION = "a column that is taken by its position"


def told(fit: Fit) -> str:
    """What labels and features share, in words; "" if that is nothing."""
    marks = sorted(mark.detail or POSITION for mark in fit.marks if mark.how == "target")
    if marks or not fit.target:
        return marks[0] if marks else ""
    return " and ".join(sorted({f"`{each.name}`" for each in fit.target if each.name})) or POSITION


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per training that gets all that its labels are made of among the features."""
    found: dict[Place, Fit] = {}
    for fit in ctx.trainings():
        if told(fit):
            found.setdefault(fit.place, fit)
    pairs = {fit.place: (fit, evaluation) for fit, evaluation in ctx.pairs()}
    for place, fit in sorted(found.items(), key=lambda item: item[0].start):
        judged = [pairs[place]] if place in pairs else []
        yield ctx.finding(
            place,
            f"The labels are made of {told(fit)}, which is also among the features that the model is trained on "
            "here, so it reads the answer off its input",
            flow=ctx.proof(place, "features and labels meet", judged[0]) if judged else (),
            related=ctx.covered(judged),
        )


RULE = Rule(
    id="target-in-features",
    title="A model is trained with its target among the features",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate"),
    given=("fit", "evaluate"),
    tags=("target-leakage",),
    since="0.3.0",
    check=check,
)
