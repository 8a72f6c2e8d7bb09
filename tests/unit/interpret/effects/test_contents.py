"""Is it seen that the labels of a training are among its features, and only then?"""

import pytest

from tests.unit.interpret.effects.snippets import run


def told(code: str) -> list[str]:
    """The names of the columns that the trainings of a snippet get both as labels and as features."""
    fits = run(code).facts.fits
    return sorted({each.name or each.kind for fit in fits for each in fit.target})


SHOWN = {
    "whole frame": 'LogisticRegression().fit(df, df["t"])',
    "other column dropped": 'LogisticRegression().fit(df.drop("id", axis=1), df["t"])',
    "by attribute": 'LogisticRegression().fit(df[["a", "t"]], df.t)',
    "as an array": 'LogisticRegression().fit(df.values, df["t"].values)',
    "transformed alike": 'LogisticRegression().fit(StandardScaler().fit_transform(df), np.log1p(df["t"]))',
    "in one side": 'tr, te = train_test_split(df)\nLogisticRegression().fit(tr, tr["t"])',
    "in folds": 'for tr, te in KFold().split(df):\n    LogisticRegression().fit(df.iloc[tr], df["t"].iloc[tr])',
    "list of names": 'f = [c for c in df.columns if c != "id"]\nLogisticRegression().fit(df[f], df["t"])',
    "set of names": 'LogisticRegression().fit(df[list(set(df.columns) - {"id"})], df["t"])',
    "difference": 'LogisticRegression().fit(df[df.columns.difference(["id"])], df["t"])',
    "renamed": 'df = df.rename(columns={"x": "t"})\nLogisticRegression().fit(df.drop(columns=["id"]), df["t"])',
    "feature made of it": 'df["u"] = df["t"] / df["a"]\nLogisticRegression().fit(df[["u", "a"]], df["t"])',
    "labels made of it": 'df["u"] = (df["t"] > 3).astype(int)\nLogisticRegression().fit(df.drop("u", axis=1), df["u"])',
    "made of two": 'df["u"] = df["t"] - df["v"]\nLogisticRegression().fit(df[["t", "v", "a"]], df["u"])',
    "stored from elsewhere": 'df["t"] = pd.read_csv("b.csv")["q"].shift(1)\nLogisticRegression().fit(df, df["t"])',
    "joined tables": 'm = df.merge(pd.read_csv("b.csv"))\nLogisticRegression().fit(m, m["t"])',
    "side by side": 'X = np.c_[df["a"], df["t"]]\nLogisticRegression().fit(X, df["t"])',
    "one of its dummies dropped": (
        'df = pd.get_dummies(df, columns=["t"])\nLogisticRegression().fit(df.drop("t_yes", axis=1), df["t_yes"])'
    ),
    "linear model": 'import statsmodels.api as sm\nsm.OLS(df["t"], sm.add_constant(df)).fit()',
    "search": 'GridSearchCV(LogisticRegression(), {}).fit(df, df["t"])',
}


@pytest.mark.parametrize("code", SHOWN.values(), ids=SHOWN)
def test_a_target_among_the_features_is_seen(code: str) -> None:
    assert told(code)


HIDDEN = {
    "all dummies dropped": (
        'df = pd.get_dummies(df, columns=["t"])\n'
        'LogisticRegression().fit(df.drop(["t_yes", "t_no"], axis=1), df["t_yes"])'
    ),
    "one dummy of two": (
        'df = pd.get_dummies(df, columns=["t"], drop_first=True)\n'
        'LogisticRegression().fit(df.drop(["t_yes"], axis=1), df["t_yes"])'
    ),
    "window with its own row": 'df["n"] = df["t"].rolling(3).mean()\nLogisticRegression().fit(df[["n"]], df["t"])',
    "change": 'df["n"] = df["t"].diff()\nLogisticRegression().fit(df[["t"]], df["n"])',
    "dropped": 'LogisticRegression().fit(df.drop("t", axis=1), df["t"])',
    "dropped in place": 'y = df["t"]\ndf.drop(columns=["t"], inplace=True)\nLogisticRegression().fit(df, y)',
    "popped": 'y = df.pop("t")\nLogisticRegression().fit(df, y)',
    "deleted": 'y = df["t"]\ndel df["t"]\nLogisticRegression().fit(df, y)',
    "index": 'y = df["t"]\ndf = df.set_index("t")\nLogisticRegression().fit(df, y)',
    "explicit columns": 'LogisticRegression().fit(df[["a", "b"]], df["t"])',
    "unknown columns": 'LogisticRegression().fit(df[names()], df["t"])',
    "unknown drop": 'LogisticRegression().fit(df.drop(names(), axis=1), df["t"])',
    "numbers": 'LogisticRegression().fit(df.select_dtypes("number"), df["t"])',
    "condition on names": 'f = [c for c in df.columns if df[c].max() > 1]\nLogisticRegression().fit(df[f], df["t"])',
    "removed from a list": 'f = df.columns.tolist()\nf.remove("t")\nLogisticRegression().fit(df[f], df["t"])',
    "mask of names": 'LogisticRegression().fit(df.loc[:, df.columns != "t"], df["t"])',
    "last column": "d = df.values\nLogisticRegression().fit(d[:, :-1], d[:, -1])",
    "positions unlike": "LogisticRegression().fit(df.iloc[:, 0:8], df.iloc[:, -1])",
    "next value": 'df["n"] = df["t"].shift(-1)\nLogisticRegression().fit(df[["t"]], df["n"])',
    "rise": 'df["n"] = (df["t"].shift(-1) > df["t"]) * 1\nLogisticRegression().fit(df[["t"]], df["n"])',
    "lag": 'df["n"] = df["t"].shift(1)\nLogisticRegression().fit(df[["n"]], df["t"])',
    "other rows": 'd = df[["t"]].values\nLogisticRegression().fit(d[:-1], d[1:])',
    "itself": 'x = df[["t"]].values\nLogisticRegression().fit(x, x)',
    "function of a row": 'df["n"] = df.apply(f, axis=1)\nLogisticRegression().fit(df[["n"]], df["t"])',
    "labels by a function": 'df["n"] = df["t"].apply(f)\nLogisticRegression().fit(df[["t"]], df["n"])',
    "no column": 'df.copy_ = df["t"].astype(str)\nLogisticRegression().fit(df.drop("t", axis=1), df["t"])',
    "renamed at once": 'y = df["t"]\ndf.columns = ["a", "t"]\nLogisticRegression().fit(df[["a"]], y)',
    "only on one path": 'X = df\nif f():\n    X = df.drop("t", axis=1)\nLogisticRegression().fit(X, df["t"])',
    "in a loop": 'X = df\nfor c in names():\n    X = X.drop(c, axis=1)\nLogisticRegression().fit(X, df["t"])',
    "group means": 'df["n"] = df.groupby("g")["t"].transform("mean")\nLogisticRegression().fit(df[["n"]], df["t"])',
}


@pytest.mark.parametrize("code", HIDDEN.values(), ids=HIDDEN)
def test_what_is_not_surely_there_is_not_claimed(code: str) -> None:
    assert told(code) == []


def test_it_is_told_which_columns_the_labels_are_made_of() -> None:
    assert told('df["u"] = df["t"] - df["v"]\nLogisticRegression().fit(df[["t", "v", "a"]], df["u"])') == ["t", "v"]
    assert told("d = df.values\nLogisticRegression().fit(d[:, 0:], d[:, -1])") == ["positions"]


def test_overlapping_positions_are_told_from_those_beside_each_other() -> None:
    assert told("d = df.values\nLogisticRegression().fit(d[:, 0:9], d[:, 8])") == ["positions"]
    assert told("d = df.values\nLogisticRegression().fit(d[:, 0:8], d[:, 8])") == []


def test_data_that_holds_its_labels_says_so() -> None:
    code = 'import xgboost as xgb\nd = xgb.DMatrix(df.drop("id", axis=1), label=df["t"])\nxgb.train({}, d)'
    marks = {mark for fit in run(code).facts.fits for mark in fit.marks}
    assert [(mark.how, mark.detail) for mark in marks] == [("target", "`t`")]
    assert not run('import xgboost as xgb\nxgb.train({}, xgb.DMatrix(df[["a"]], label=df["t"]))').facts.fits[0].marks
