"""## What it finds
Flipped, rotated, noised, rephrased or otherwise changed versions of rows that join the rows they were made of before
all are divided into training and evaluation rows.

## Why it matters
Of one image, the original is then among the training rows and its mirror image among the evaluated ones. The model is
evaluated on what it has seen, and a model that memorises scores as if it had understood. Changing the training side
alone, after the split, gives it the same variety.

## Bad
```python
import cv2
import glob

import numpy as np
from keras.models import Sequential
from sklearn.model_selection import train_test_split

images, labels = [], []
for path in glob.glob("cells/*.png"):
    image = cv2.imread(path)
    images.append(image)
    labels.append("ill" in path)
    # ruleid: augmentation-before-split
    images.append(cv2.flip(image, 1))
    labels.append("ill" in path)
X_train, X_test, y_train, y_test = train_test_split(np.array(images), np.array(labels))
model = Sequential()
model.fit(X_train, y_train)
model.evaluate(X_test, y_test)
```

```python
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

X, y = np.load("x.npy"), np.load("y.npy")
# ruleid: augmentation-before-split
noisy = X + np.random.normal(0, 0.1, X.shape)
X, y = np.concatenate([X, noisy]), np.concatenate([y, y])
X_train, X_test, y_train, y_test = train_test_split(X, y)
print(SVC().fit(X_train, y_train).score(X_test, y_test))
```

```python
import nlpaug.augmenter.word as words
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.feature_extraction.text import HashingVectorizer
from sklearn.model_selection import cross_val_score

df = pd.read_csv("reviews.csv")
texts, labels = list(df["text"]), list(df["stars"])
synonyms = words.SynonymAug()
# ruleid: augmentation-before-split
texts, labels = texts + [synonyms.augment(text) for text in texts], labels + labels
print(cross_val_score(LogisticRegression(), HashingVectorizer().transform(texts), labels))
```

## Good
The training side alone is changed, after the split:
```python
import numpy as np
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
# ok: augmentation-before-split
X_train = np.concatenate([X_train, X_train + np.random.normal(0, 0.1, X_train.shape)])
y_train = np.concatenate([y_train, y_train])
print(SVC().fit(X_train, y_train).score(X_test, y_test))
```

What replaces a row adds none:
```python
import cv2
import glob

import numpy as np
from keras.models import Sequential
from sklearn.model_selection import train_test_split

images, labels = [], []
for path in glob.glob("cells/*.png"):
    # ok: augmentation-before-split
    image = cv2.GaussianBlur(cv2.imread(path), (3, 3), 0)
    images.append(cv2.resize(image, (64, 64)) / 255)
    labels.append("ill" in path)
X_train, X_test, y_train, y_test = train_test_split(np.array(images), np.array(labels))
model = Sequential()
model.fit(X_train, y_train)
model.evaluate(X_test, y_test)
```

A generator that changes the training images while the model is trained:
```python
import numpy as np
from keras.models import Sequential
from keras.preprocessing.image import ImageDataGenerator
from sklearn.model_selection import train_test_split

X, y = np.load("x.npy"), np.load("y.npy")
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = Sequential()
# ok: augmentation-before-split
model.fit(ImageDataGenerator(horizontal_flip=True).flow(X_train, y_train), validation_data=(X_test, y_test))
```

## When it is fine
Never for an evaluation. In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Changed versions that were written to a folder, which another program reads and divides.

## References
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.4).
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per statement whose changed rows are, beside those they were made of, on both sides of a pair."""
    for place, found in ctx.copied("augmentation").items():
        pairs = [(fit, evaluation) for _, fit, evaluation in found]
        inner = all(ctx.spared(copies.rows) or evaluation.kind == "search" for copies, _, evaluation in found)
        yield ctx.finding(
            place,
            "Changed versions of rows made here join the rows themselves before they are split, so versions of "
            "training rows are among the evaluated ones",
            level=Level.WARNING if inner else Level.ERROR,
            flow=ctx.proof(place, "other versions of the rows are made", pairs[0]),
            related=ctx.covered(pairs),
        )


RULE = Rule(
    id="augmentation-before-split",
    title="Changed versions of rows join them before they are split",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.3.0",
    check=check,
)
