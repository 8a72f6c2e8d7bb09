"""At which level are leaks reported: of the target, of all rows, inside of the training side?"""

import textwrap

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.model.level import Level
from analyzer.testing import findings_in

IMPORTS = """
import pandas as pd
from imblearn.over_sampling import SMOTE
from keras.models import Sequential
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.preprocessing import StandardScaler
df = pd.read_csv("data.csv")
m = Sequential()
"""


def levels(rule: str, code: str) -> list[Level | None]:
    """The levels of what `rule` finds in `IMPORTS` and `code`."""
    text = IMPORTS + textwrap.dedent(code)
    loaded = find(rule, load_rules())
    found, notifications = findings_in({"m.py": text}, [loaded])
    assert not notifications
    return [finding.level or loaded.rule.level for finding in found]


JUDGE = """
a, b, c, d = train_test_split(X, y)
print(Ridge().fit(a, c).score(b, d))
"""


@pytest.mark.parametrize(
    "code",
    [
        "df['avg'] = df.groupby('store')['sales'].transform('mean')\nX, y = df[['avg']], df['sales']",
        "df['avg'] = df.groupby('store').sales.transform('mean')\nX, y = df[['avg']], df.sales",
        "df['avg'] = df['store'].map(df.groupby('store')['sales'].mean())\nX, y = df[['avg']], df['sales']",
        "df['avg'] = df.groupby('store')['sales'].transform('mean')\ny = df.pop('sales')\nX = df",
        (
            "df['avg'] = df.groupby(['store'])['sales'].transform('mean')\ndf2 = pd.get_dummies(df, columns=['day'])\n"
            "X, y = df2.drop(['sales'], axis=1), df2['sales'].values"
        ),
    ],
)
def test_group_statistics_of_the_target_are_errors(code: str) -> None:
    assert Level.ERROR in levels("fit-before-split", code + JUDGE)
    assert levels("fit-before-split", code + "\ncross_val_score(Ridge(), X, y)").count(Level.ERROR) == 1


@pytest.mark.parametrize(
    "code",
    [
        "df['avg'] = df.groupby('store')['size'].transform('mean')\nX, y = df[['avg']], df['sales']",
        "df['avg'] = df.groupby('store')[['size', 'sales']].transform('mean')\nX, y = df[['avg']], df['sales']",
        (
            "df['avg'] = df.groupby('store')['sales'].transform('mean')\n"
            "other = pd.read_csv('other.csv')\nX, y = df[['avg']], other['sales']"
        ),
    ],
)
def test_other_group_statistics_are_warnings(code: str) -> None:
    assert levels("fit-before-split", code + JUDGE) == [Level.WARNING]


PER_ROW = """
subs = []
{loop}
    sub["track"] = {key}
    subs.append(sub)
means = pd.concat(subs).groupby({by!r}).mean()
df = df.merge(means, on="track")
X, y = df.drop(columns=["y"]), df["y"]
"""
LOOPS = {
    "position": "for i in range(len(df)):\n    sub = pd.DataFrame([x for x in df.audio.iloc[i]])",
    "rows": "for _, row in df.iterrows():\n    sub = pd.DataFrame(row['audio'])",
}


@pytest.mark.parametrize(
    ("loop", "key", "by", "level"),
    [
        ("position", "df.track.iloc[i]", "track", Level.NOTE),
        ("rows", "row['track']", "track", Level.NOTE),
        ("position", "df.track.iloc[i]", "pitch", Level.WARNING),
        ("position", "df.track", "track", Level.WARNING),
    ],
)
def test_groups_that_are_made_of_one_row_each_are_doubted(loop: str, key: str, by: str, level: Level) -> None:
    code = PER_ROW.format(loop=LOOPS[loop], key=key, by=by)
    assert levels("fit-before-split", code + JUDGE) == [level]


SIDES = {
    "sample": "train = df.sample(frac=0.8)\ntest = df.drop(train.index)\n",
    "split": "train, test = train_test_split(df)\n",
    "mask": "train, test = df[df['year'] == 2015], df[df['year'] != 2015]\n",
}


@pytest.mark.parametrize("side", SIDES)
def test_a_statistic_inside_of_the_training_side_is_a_note(side: str) -> None:
    code = """
        mu = train["age"].mean()
        m.fit(train[["age"]] - mu, train["y"], validation_split=0.2)
        m.evaluate(test[["age"]] - mu, test["y"])
    """
    assert levels("fit-before-split", SIDES[side] + textwrap.dedent(code)) == [Level.NOTE]


@pytest.mark.parametrize("asked", ["train", "df.drop(train.index)"])
def test_a_sample_whose_rest_is_not_judged_is_all_there_is(asked: str) -> None:
    code = f"""
        train = df.sample(frac=0.8)
        mu = train["age"].mean()
        m.fit(train[["age"]] - mu, train["y"], validation_split=0.2)
        m.predict({asked}[['age']])
    """
    assert levels("fit-before-split", code) == [Level.WARNING]


@pytest.mark.parametrize("side", SIDES)
def test_copies_inside_of_the_training_side_are_a_warning(side: str) -> None:
    code = """
        X, y = SMOTE().fit_resample(train[["age"]], train["y"])
        m.fit(X, y, validation_split=0.2)
        m.evaluate(test[["age"]], test["y"])
    """
    assert levels("oversampling-before-split", SIDES[side] + textwrap.dedent(code)) == [Level.WARNING]


def test_copies_of_rows_of_both_sides_are_an_error() -> None:
    assert levels("oversampling-before-split", "X, y = SMOTE().fit_resample(df[['age']], df['y'])" + JUDGE) == [
        Level.ERROR
    ]


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        ("lambda s: s.shift().ewm(span=5).mean()", []),
        ("lambda s: s.rolling(3).sum()", []),
        ("lambda s: s - s.mean()", [Level.WARNING]),
        ("lambda s: s.max()", [Level.WARNING]),
    ],
)
def test_groups_in_which_each_row_is_made_of_earlier_ones(function: str, expected: list[Level]) -> None:
    code = f"df['made'] = df.groupby('store')['size'].transform({function})\nX, y = df[['made']], df['sales']"
    assert levels("fit-before-split", code + JUDGE) == expected


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("df.explode('words', ignore_index=True)", 1),
        ("df.explode('words').groupby('size').sum()", 0),
        ("df.explode('words').drop_duplicates()", 1),
        ("df.melt('store')", 0),
    ],
)
def test_parts_of_what_was_one_row(rows: str, expected: int) -> None:
    code = f"d = {rows}\nX, y = d[['size']], d['sales']" + JUDGE
    assert len(levels("group-across-split", code)) == expected
