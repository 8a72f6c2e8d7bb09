"""Which rule speaks of rows that are repeated, changed, cut into windows or joined before they are judged?"""

import textwrap

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.model.level import Level
from analyzer.testing import findings_in

IDS = (
    "augmentation-before-split",
    "fit-before-split",
    "fit-on-train-and-test",
    "oversampling-before-split",
    "refit-on-test",
    "windows-before-split",
)
IMPORTS = """
import glob
import random
import cv2
import numpy as np
import pandas as pd
import albumentations as A
from keras.preprocessing.image import ImageDataGenerator
from PIL import Image
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold, cross_val_score, train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
df = pd.read_csv("data.csv")
train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
series = pd.read_csv("series.csv")["v"].values
X, y = np.load("x.npy"), np.load("y.npy")
"""
JUDGE = """
a, b, c, d = train_test_split(X, y)
print(LogisticRegression().fit(a, c).score(b, d))
"""
COLUMNS = "\nX, y = d.drop(columns=['t']), d['t']"


def found(code: str, end: str = JUDGE) -> dict[str, Level | None]:
    """The rules that find something in `IMPORTS`, `code` and `end`, each with the level of its first finding."""
    rules = [find(each, load_rules()) for each in IDS]
    levels = {loaded.qualified: loaded.rule.level for loaded in rules}
    findings, notifications = findings_in({"m.py": IMPORTS + textwrap.dedent(code) + end}, rules)
    assert not notifications
    result: dict[str, Level | None] = {}
    for finding in findings:
        result.setdefault(finding.rule_id.rpartition("/")[2], finding.level or levels[finding.rule_id])
    return result


@pytest.mark.parametrize(
    "code",
    [
        "rare = df[df.t == 1]\nd = pd.concat([rare] * 4 + [df[df.t == 0]])",
        "rare = df[df.t == 1]\nk = int(input())\nd = pd.concat([df[df.t == 0]] + [rare] * k)",
        "rare = df[df.t == 1]\nd = pd.concat([df, rare, rare])",
        "rare = df[df.t == 1]\nd = df.append([rare] * 5, ignore_index=True)",
        "d = df\nfor i in range(20):\n    d = pd.concat([d, df[df.t == 1]])",
        "d = df.sample(frac=3, replace=True)",
        "d = df.groupby('t').sample(500, replace=True)",
        "d = df.groupby('t').apply(lambda g: g.sample(500, replace=True))",
        "d = df.loc[df.index.repeat(df['w'])]",
        "i = np.random.choice(df[df.t == 1].index, size=1000)\nd = pd.concat([df[df.t == 0], df.loc[i]])",
        "n = df.copy()\nn['a'], n['b'] = df['b'], df['a']\nd = pd.concat([df, n])",
    ],
)
def test_tables_whose_rows_are_repeated(code: str) -> None:
    assert found(code + COLUMNS) == {"oversampling-before-split": Level.ERROR}


@pytest.mark.parametrize(
    "code",
    [
        "d = pd.concat([df[df.t == 1], df[df.t == 0].sample(100)])",
        "d = pd.concat([df[:100], df[100:200]])",
        "i = np.random.choice(df[df.t == 0].index, size=9, replace=False)\nd = pd.concat([df[df.t == 1], df.loc[i]])",
        "parts = []\nfor c in df.t.unique():\n    parts.append(df[df.t == c].sample(100))\nd = pd.concat(parts)",
        "d = df.groupby('t').apply(lambda g: g.sample(100))",
        "parts = []\nfor _, part in df.groupby('a'):\n    parts.append(part)\nd = pd.concat(parts)",
        "parts = []\nfor f in glob.glob('*.csv'):\n    parts.append(pd.read_csv(f))\nd = pd.concat(parts)",
        "def g(f):\n    return pd.read_csv(f)\np = []\nfor f in glob.glob('*'):\n    p.append(g(f))\nd = pd.concat(p)",
        "parts = [part for _, part in df.groupby('a')]\nd = pd.concat(parts)",
    ],
)
def test_tables_whose_rows_are_there_once(code: str) -> None:
    assert found(code + COLUMNS) == {}


@pytest.mark.parametrize(
    "code",
    [
        "X, y = np.repeat(X, 3, axis=0), np.repeat(y, 3)",
        "X, y = np.tile(X, (3, 1)), np.tile(y, 3)",
        "rare = X[y == 1]\nX, y = np.vstack([X, rare, rare]), np.concatenate([y, np.ones(2 * len(rare))])",
    ],
)
def test_arrays_whose_rows_are_repeated(code: str) -> None:
    assert found(code) == {"oversampling-before-split": Level.ERROR}


@pytest.mark.parametrize(
    "code",
    [
        "X = np.concatenate([X, X[:, :, ::-1]])",
        "X = np.vstack([X, X + 0.01 * np.random.randn(*X.shape)])",
        "r = np.random.default_rng(0)\nX = np.vstack([X, r.normal(0, 1, X.shape) + X])",
        "images = list(X)\nimages.extend([np.rot90(x) for x in X])\nX = np.array(images)",
        "images = list(X)\nfrom lib import change\nX = np.array(images + [change(x) for x in images])",
        "images = []\nfor x in X:\n    images.append(x)\n    images.append(cv2.flip(x, 1))\nX = np.array(images)",
        (
            "images = []\nfor f in glob.glob('*'):\n    i = Image.open(f)\n    images.append(np.array(i))\n"
            "    images.append(np.array(i.rotate(9)))\nX = np.array(images)"
        ),
        "change = A.Compose([A.HorizontalFlip(p=1)])\nX = np.concatenate([X, [change(image=x)['image'] for x in X]])",
        (
            "more = []\nfor batch in ImageDataGenerator(rotation_range=9).flow(X):\n    more.append(batch)\n"
            "    if len(more) > 9:\n        break\nX = np.concatenate(more)"
        ),
        "n = df.copy()\nn['a'] += np.random.normal(0, 1, len(n))\nd = pd.concat([df, n])\nX, y = d[['a']], d['t']",
    ],
)
def test_changed_rows_beside_those_they_were_made_of(code: str) -> None:
    assert found(code) == {"augmentation-before-split": Level.ERROR}


@pytest.mark.parametrize(
    "code",
    [
        "X = np.array([cv2.GaussianBlur(x, (3, 3), 0) for x in X])",
        "other = np.load('other.npy')\nX = np.concatenate([X, np.fliplr(other)])",
        "X = np.array([np.hstack([x.mean(axis=1), np.fliplr(x).mean(axis=1)]) for x in X])",
        "texts = []\nfor x, label in zip(X, y):\n    texts.append(x)\nX = np.array(texts)",
        "def same(xs):\n    found = []\n    for x in xs:\n        found.append(x)\n    return found\nX = same(list(X))",
        "X = np.random.rand(100, 2)\ny = X @ np.array([1, 2]) + np.random.randn(100)",
    ],
)
def test_changed_rows_that_add_none(code: str) -> None:
    assert found(code) == {}


def test_changed_rows_of_the_training_side() -> None:
    end = """
a, b, c, d = train_test_split(X, y)
a, c = np.concatenate([a, np.flip(a, 2)]), np.concatenate([c, c])
print(LogisticRegression().fit(a, c).score(b, d))
"""
    assert found("", end) == {}


WINDOWS = "X = np.array([series[i : i + 5] for i in range(len(series) - 5)])\ny = series[5:]"


@pytest.mark.parametrize(
    "code",
    [
        WINDOWS,
        "X = []\nfor i in range(60, len(series)):\n    X.append(series[i - 60 : i])\nX, y = np.array(X), series[60:]",
        (
            "X = []\nfor i in range(len(series)):\n    end = i + 9\n    if end > len(series):\n        break\n"
            "    X.append(series[i:end])\nX = np.array(X)"
        ),
        "X = []\nfor i in range(0, len(df) - 128, 64):\n    w = df[i : i + 128]\n    X.append([w.x.mean(), w.y.std()])",
        "X, i = [], 0\nwhile i + 50 < len(series):\n    X.append(series[i : i + 50])\n    i += 10\nX = np.array(X)",
        "def cut(a, n):\n    return [a[i : i + n] for i in range(0, len(a), n // 2)]\nX = cut(series, int(input()))",
        "X = np.array([series[i * 10 : i * 10 + 50] for i in range(100)])",
        "X = np.lib.stride_tricks.sliding_window_view(series, 30)[::10]\ny = series[29::10]",
        (
            "import librosa\nX = []\nfor f in glob.glob('*.wav'):\n    v, rate = librosa.load(f)\n"
            "    for at in range(0, len(v), 800):\n        X.append(librosa.feature.mfcc(y=v[at : at + 9999]).mean(1))"
        ),
        "X = []\nfor i in range(0, 900, 8):\n    for j in range(0, 900, 8):\n        X.append(y[i : i + 9, j : j + 9])",
    ],
)
def test_windows_that_share_rows(code: str) -> None:
    assert found(code) == {"windows-before-split": Level.ERROR}


@pytest.mark.parametrize(
    "code",
    [
        "n = 100\nX = [series[i : i + n] for i in range(0, len(series), n)]",
        "X, i = [], 0\nwhile i + 50 < len(series):\n    X.append(series[i : i + 50])\n    i += 50\nX = np.array(X)",
        "X = np.lib.stride_tricks.sliding_window_view(series, 30)[::30]\ny = series[29::30]",
        "X = np.lib.stride_tricks.sliding_window_view(series, int(input()))[::30]\ny = series[29::30]",
        "X = np.array([series[i * 50 : (i + 1) * 50] for i in range(100)])",
        "p = []\nfor i in range(0, len(series), 9):\n    p.append(series[i : i + 9])\nX = np.concatenate(p)",
        "for i in range(5, len(df)):\n    df.loc[i, 'mean'] = df.v[i - 5 : i].mean()\nX, y = df[['mean']], df['t']",
        "n, step = int(input()), int(input())\nX = [series[i : i + n] for i in range(0, len(series), step)]",
    ],
)
def test_windows_that_share_none_or_nobody_knows(code: str) -> None:
    assert found(code) == {}


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        (
            "a, b, c, d = train_test_split(X, y, shuffle=False)\nprint(LogisticRegression().fit(a, c).score(b, d))",
            False,
        ),
        ("n = 800\nprint(LogisticRegression().fit(X[:n], y[:n]).score(X[n:], y[n:]))", False),
        ("for a, b in KFold(5).split(X):\n    print(LogisticRegression().fit(X[a], y[a]).score(X[b], y[b]))", False),
        (
            "for a, b in KFold(5, shuffle=True).split(X):\n    LogisticRegression().fit(X[a]).score(X[b])",
            True,
        ),
        ("print(cross_val_score(LogisticRegression(), X, y))", False),
        ("print(cross_val_score(LogisticRegression(), X, y, cv=KFold(5, shuffle=True)))", True),
    ],
)
def test_windows_are_only_told_apart_by_chance(end: str, expected: bool) -> None:
    assert ("windows-before-split" in found(WINDOWS, "\n" + end)) is expected


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [("i : i + self.n", True), ("i * 9 : i * 9 + 50", True), ("i * 50 : i * 50 + 50", False), (": i + self.n", False)],
)
def test_items_of_a_dataset_that_are_windows(bounds: str, expected: bool) -> None:
    code = f"""
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split

class Windows(Dataset):
    def __init__(self, values, n):
        self.values, self.n = values, n
    def __len__(self):
        return len(self.values) - self.n
    def __getitem__(self, i):
        return self.values[{bounds}], self.values[i + self.n]

left, right = random_split(Windows(series, 10), [800, 200])
model, loss = nn.LSTM(1, 8), nn.MSELoss()
optimizer = torch.optim.Adam(model.parameters())
for xs, ys in DataLoader(left):
    optimizer.zero_grad()
    loss(model(xs), ys).backward()
    optimizer.step()
for xs, ys in DataLoader(right):
    print(loss(model(xs), ys).item())
"""
    assert ("windows-before-split" in found(code, "")) is expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("order = np.random.permutation(len(X))\nX, y = X[order], y[order]", True),
        ("order = np.random.default_rng(0).permutation(len(X))\nX, y = X[order], y[order]", True),
        ("X = X[::5]\norder = np.random.permutation(len(X))\nX, y = X[order], y[order]", False),
        ("X = X[:900]", False),
    ],
)
def test_slices_of_shuffled_windows_are_made_by_chance(code: str, expected: bool) -> None:
    end = "\nn = 800\nprint(LogisticRegression().fit(X[:n], y[:n]).score(X[n:], y[n:]))"
    assert ("windows-before-split" in found(f"{WINDOWS}\n{code}", end)) is expected


JOINED = "both = pd.concat([train, test])\nboth['a'] = both['a'].fillna(both['a'].median())\n"
LABELLED = """
m = LogisticRegression().fit(tr[["a"]], tr["t"])
print(m.score(te[["a"]], te["t"]))
"""
ASKED = """
m = LogisticRegression().fit(tr[["a"]], tr["t"])
test["t"] = m.predict(te[["a"]])
"""
INNER = """
a, b, c, d = train_test_split(tr[["a"]], tr["t"])
m = LogisticRegression().fit(a, c)
print(m.score(b, d))
test["t"] = m.predict(te[["a"]])
"""


@pytest.mark.parametrize(
    "code",
    [
        JOINED + "tr, te = both[: len(train)], both[len(train) :]",
        JOINED + "n = train.shape[0]\ntr, te = both.iloc[:n, :], both.iloc[n:, :]",
        JOINED + "tr, te = both.head(len(train)), both.tail(len(test))",
        JOINED + "tr, te = both[: -len(test)], both[-len(test) :]",
        "train['p'], test['p'] = 1, 0\n" + JOINED + "tr, te = both[both.p == 1], both[both.p == 0]",
        "train['p'], test['p'] = 1, 0\n" + JOINED + "m = both.p == 1\ntr, te = both[m], both[~m]",
        "train['p'], test['p'] = 1, 0\n" + JOINED + "tr, te = both.query('p == 1'), both.query('p != 1')",
        "test['t'] = -1\n" + JOINED + "tr, te = both[both.t != -1], both[both.t == -1]",
        JOINED.replace("test])", "test], keys=['x', 'y'])") + "tr, te = both.loc['x'], both.loc['y']",
        JOINED.replace("test])", "test], keys=['x', 'y'])") + "tr, te = both.xs('x'), both.xs('y')",
    ],
)
def test_joined_tables_that_are_cut_apart_again(code: str) -> None:
    assert found(code, LABELLED) == {"fit-on-train-and-test": Level.WARNING}
    assert found(code, ASKED) == {"fit-on-train-and-test": Level.NOTE}  # a doubt
    assert found(code, INNER) == {"fit-before-split": Level.WARNING}


def test_rows_without_a_label_are_only_asked() -> None:
    code = JOINED + "tr, te = both[both.t.notnull()], both[both.t.isnull()]"
    assert found(code, ASKED) == {}
    assert found(code, INNER) == {"fit-before-split": Level.WARNING}


@pytest.mark.parametrize(
    "code",
    [
        "s = StandardScaler().fit(np.vstack([a, b]))\na, b = s.transform(a), s.transform(b)",
        "e = LabelEncoder().fit(list(a['a']) + list(b['a']))\na, b = e.transform(a['a']), e.transform(b['a'])",
        "both = pd.concat([a, b])\nboth = (both - both.mean()) / both.std()\na, b = both[: len(a)], both[len(a) :]",
    ],
)
def test_sides_of_a_split_that_are_joined_again(code: str) -> None:
    start = "a, b, c, d = train_test_split(df[['a']], df['t'])\n"
    assert [*found(start + code, "\nprint(LogisticRegression().fit(a, c).score(b, d))")] == ["fit-on-train-and-test"]


def test_columns_of_which_some_are_taken_may_be_any() -> None:
    code = """
df["c"] = pd.qcut(df["a"], 4, labels=False)
some = [name for name in df.columns if name not in ["t"] and df[name].nunique() > 1]
X, y = df[some], df["t"]
"""
    assert [*found(code)] == ["fit-before-split"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("for d in (train, test):\n    d['a'] = d['a'].fillna(d['a'].mean())", True),
        ("train['a'].fillna(train['a'].mean(), inplace=True)\ntest['a'].fillna(test['a'].mean(), inplace=True)", True),
        (
            "train['a'].fillna(train['a'].mean(), inplace=True)\ntest['a'].fillna(train['a'].mean(), inplace=True)",
            False,
        ),
        ("train['b'].fillna(train['b'].mean(), inplace=True)\ntest['a'].fillna(test['a'].mean(), inplace=True)", False),
        ("e = LabelEncoder()\nfor d in (train, test):\n    d['a'] = e.fit_transform(d['a'])", True),
        ("e = LabelEncoder()\ntrain['t'] = e.fit_transform(train['t'])\ntest['a'] = e.fit_transform(test['a'])", False),
    ],
)
def test_what_is_learned_anew(code: str, expected: bool) -> None:
    end = "\nm = LogisticRegression().fit(train[['a', 'b']], train['t'])\nprint(m.predict(test[['a', 'b']]))"
    assert found(code, end) == ({"refit-on-test": Level.NOTE} if expected else {})
