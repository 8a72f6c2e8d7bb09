"""Which trainings and evaluations are seen, and with which rows?"""

import pytest

from tests.unit.interpret.effects.snippets import run

SIDES = """
train, test = train_test_split(df)
X, y, Xt, yt = train[["a"]], train["t"], test[["a"]], test["t"]
"""


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("LogisticRegression().fit(X, y).score(Xt, yt)", ["score"]),
        ("m = LogisticRegression()\nm.fit(X, y)\naccuracy_score(yt, m.predict(Xt))", ["metric"]),
        ("m = LogisticRegression()\nm.fit(X, y)\naccuracy_score(m.predict(Xt), yt)", ["metric"]),
        ("m = LogisticRegression()\nm.fit(X, y)\n(m.predict(Xt) == yt).mean()", ["metric"]),
        ("m = LogisticRegression()\nm.fit(X, y)\nnp.mean((m.predict(Xt) - yt) ** 2)", ["metric"]),
        (
            "m = LogisticRegression()\nm.fit(X, y)\np = m.predict_proba(Xt)[:, 1] > 0.5\naccuracy_score(yt, p)",
            ["metric"],
        ),
        ("cross_val_score(LogisticRegression(), X, y)", ["cross-validation"]),
        ("GridSearchCV(LogisticRegression(), {}).fit(X, y)", ["search"]),
        (
            (
                "from sklearn.model_selection import cross_val_predict\n"
                "accuracy_score(y, cross_val_predict(LogisticRegression(), X, y))"
            ),
            ["cross-validation"],
        ),
        ("from xgboost import XGBClassifier\nXGBClassifier().fit(X, y, eval_set=[(Xt, yt)])", ["score"]),
        (
            (
                "import xgboost as xgb\nb = xgb.train({}, xgb.DMatrix(X, label=y))\n"
                "accuracy_score(yt, b.predict(xgb.DMatrix(Xt)))"
            ),
            ["metric"],
        ),
        ("from keras.models import Sequential\nm = Sequential()\nm.fit(X, y, validation_data=(Xt, yt))", ["score"]),
        ("from keras.models import Sequential\nm = Sequential()\nm.fit(X, y, validation_split=0.2)", ["score"]),
        ("from keras.models import Sequential\nm = Sequential()\nm.fit(X, y)\nm.evaluate(Xt, yt)", ["score"]),
        ("for m in [LogisticRegression()]:\n    m.fit(X, y)\n    m.score(Xt, yt)", ["score"]),
        ("def judge(m):\n    m.fit(X, y)\n    return m.score(Xt, yt)\njudge(LogisticRegression())", ["score"]),
        ("g = GridSearchCV(LogisticRegression(), {}).fit(X, y)\ng.best_estimator_.score(Xt, yt)", ["search", "score"]),
    ],
)
def test_evaluations_are_seen(code: str, kinds: list[str]) -> None:
    found = run(SIDES + code)
    assert [each.kind for each in found.judged] == kinds
    assert all(each.rows for each in found.judged)
    assert not found.on_training_rows or kinds[0] in ("cross-validation", "search")


def test_a_prediction_alone_is_no_judgement() -> None:
    found = run(SIDES + "print(LogisticRegression().fit(X, y).predict(Xt))")
    assert not found.judged
    assert [each.kind for each in found.facts.evaluations] == ["prediction"]


def test_the_last_training_is_in_force() -> None:
    found = run(SIDES + "m = LogisticRegression()\nm.fit(Xt, yt)\nm.fit(X, y)\nm.score(Xt, yt)")
    assert found.disjoint


def test_validation_split_holds_rows_back() -> None:
    found = run(SIDES + "from keras.models import Sequential\nm = Sequential()\nm.fit(X, y, validation_split=0.2)")
    assert found.disjoint
    assert len(found.facts.splits) == 2


@pytest.mark.parametrize(
    ("code", "how"),
    [
        ("from imblearn.over_sampling import SMOTE\nX, y = SMOTE().fit_resample(df[['a']], df['t'])", {"oversampling"}),
        ("from imblearn.under_sampling import NearMiss\nX, y = NearMiss().fit_resample(df[['a']], df['t'])", set()),
        ("d = df.sample(frac=2, replace=True)\nX, y = d[['a']], d['t']", {"oversampling"}),
        ("from sklearn.utils import resample\nd = resample(df)\nX, y = d[['a']], d['t']", {"oversampling"}),
        ("d = df.sample(frac=1)\nX, y = d[['a']], d['t']", set()),
        ("d = df.loc[df.index.repeat(2)]\nX, y = d[['a']], d['t']", {"oversampling"}),
        ("d = np.repeat(df.values, 2, axis=0)\nX, y = d[:, 1:], d[:, 0]", {"oversampling"}),
        ("df['m'] = np.repeat(df[['a']].mean(axis=1), 12)\nX, y = df[['m']], df['t']", set()),
        ("d = pd.concat([df[df.a == c] for c in df.a.unique()])\nX, y = d[['a']], d['t']", set()),
        ("d = pd.concat([df, df])\nX, y = d[['a']], d['t']", {"oversampling"}),
        ("d = pd.concat([df[:10], df[10:]])\nX, y = d[['a']], d['t']", set()),
    ],
)
def test_copies_of_rows_are_seen(code: str, how: set[str]) -> None:
    found = run(
        code + "\nX_train, X_test, y_train, y_test = train_test_split(X, y)\n"
        "LogisticRegression().fit(X_train, y_train).score(X_test, y_test)"
    )
    assert found.disjoint
    assert found.copied == how
