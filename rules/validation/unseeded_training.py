"""## What it finds
A program that trains a model by chance (a network, a forest, boosting on samples) and that names no seed, neither
itself nor in a module of the project that it imports. One note per program.

## Why it matters
Two runs give two models. Whether a change has made the model better or the run was a lucky one cannot be told, and a
result cannot be shown to anybody again.

## Bad
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier


def main():
    frame = pd.read_csv("customers.csv")
    # ruleid: unseeded-training
    RandomForestClassifier().fit(frame[["age"]], frame["left"])


if __name__ == "__main__":
    main()
```

## Good
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier


def main():
    frame = pd.read_csv("customers.csv")
    # ok: unseeded-training
    RandomForestClassifier(random_state=0).fit(frame[["age"]], frame["left"])


if __name__ == "__main__":
    main()
```

```python
import pandas as pd
from sklearn.linear_model import LinearRegression

if __name__ == "__main__":
    frame = pd.read_csv("customers.csv")
    # ok: unseeded-training
    LinearRegression().fit(frame[["age"]], frame["income"])
```

## When it is fine
If the same result is not asked for, as in a first try. Notebooks, tests and modules that are only imported are left
out.

## What it cannot see
Seeds in files of configuration that are read under another name.

## References
- scikit-learn documentation, "Controlling randomness"; PyTorch documentation, "Reproducibility".
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext

BY_CHANCE = (
    "RandomForestClassifier",
    "RandomForestRegressor",
    "ExtraTreesClassifier",
    "ExtraTreesRegressor",
    "BaggingClassifier",
    "BaggingRegressor",
    "MLPClassifier",
    "MLPRegressor",
    "SGDClassifier",
    "SGDRegressor",
    "KMeans",
    "MiniBatchKMeans",
    "Sequential",
)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """The first training by chance of a program that names no seed."""
    if not ctx.facts.unseeded or ctx.is_test or ctx.facts.explores:
        return
    stepped = {each.place for each in ctx.events("step", "backward")}
    found: list[tuple[Place, str]] = []
    for fit in ctx.trainings():
        name = fit.estimator.rpartition(".")[2]
        if name in BY_CHANCE or fit.place in stepped:
            found.append((fit.place, name))
    if found:
        place, name = min(found, key=lambda each: (each[0].module, each[0].start))
        text = f"another run gives another model: `{name or 'the network'}` is trained by chance, and no seed is set"
        yield ctx.finding(place, text)


RULE = Rule(
    id="unseeded-training",
    title="A program trains by chance and sets no seed",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("unseeded", "fit", "train-step", "clears-gradients"),
    given=("fit", "train-step"),
    tags=("reproducibility", "training"),
    since="0.4.0",
    check=check,
)
