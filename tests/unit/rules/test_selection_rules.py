"""Which choices by test rows are reported, and which of the many that look alike are not?"""

import textwrap

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.testing import findings_in

RULES = (
    "tuning-on-test",
    "early-stopping-on-test",
    "threshold-on-test",
    "best-score-reported",
    "seed-picking",
    "stacking-without-out-of-fold",
)
IMPORTS = """
import copy
import numpy as np
import pandas as pd
from keras.callbacks import EarlyStopping, ModelCheckpoint, ReduceLROnPlateau
from keras.models import Sequential, load_model
from lightgbm import LGBMClassifier, early_stopping
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression, SGDClassifier
from sklearn.metrics import accuracy_score, f1_score, precision_recall_curve, roc_auc_score
from sklearn.model_selection import GridSearchCV, KFold, cross_val_score, train_test_split
from sklearn.svm import SVC
df = pd.read_csv("data.csv")
X, y = df.drop(columns=["t"]), df["t"]
"""
TWO = "X_train, X_test, y_train, y_test = train_test_split(X, y)\n"
THREE = TWO + "X_train, X_val, y_train, y_val = train_test_split(X_train, y_train)\n"


def found(code: str, split: str = TWO) -> list[str]:
    """What all rules about selection find, in order; "?" at the end marks a doubt."""
    loaded = [find(rule, load_rules()) for rule in RULES]
    findings, notifications = findings_in({"m.py": IMPORTS + split + textwrap.dedent(code)}, loaded)
    assert not notifications
    ordered = sorted(findings, key=lambda finding: finding.at.line)
    return [finding.rule_id.rpartition("/")[2] + ("?" if finding.doubt else "") for finding in ordered]


LOOP = """
best, best_model = 0, None
for c in range(1, 9):
    m = SVC(C=c).fit(X_train, y_train)
    s = m.score(X_{side}, y_{side})
    if s > best:
        best, best_model = s, m
"""


def test_validation_rows_may_choose() -> None:
    assert found(LOOP.format(side="test") + "print(best)") == ["tuning-on-test"]
    assert found(LOOP.format(side="val") + "print(best_model.score(X_test, y_test))", THREE) == []
    assert found(LOOP.format(side="test") + "print(best_model.score(X_test, y_test))", THREE) == ["tuning-on-test"]


def test_rows_beside_which_others_are_asked_about_are_a_validation_set() -> None:
    submission = "print(best)\nbest_model.predict(pd.read_csv('test.csv'))"
    assert found(LOOP.format(side="test") + submission) == []
    assert found(LOOP.format(side="test") + "print(best)\nbest_model.predict([[1, 2]])") == ["tuning-on-test"]


def test_a_choice_that_is_neither_told_nor_judged_reports_nothing() -> None:
    assert found(LOOP.format(side="test")) == []


def test_tables_and_ranges_choose_nothing() -> None:
    table = """
    r = {}
    for name, m in [("a", SVC()), ("b", LogisticRegression())]:
        m.fit(X_train, y_train)
        r[name] = m.score(X_test, y_test)
    print(pd.Series(r).sort_values())
    """
    assert found(table) == []
    seeds = """
    r = []
    for seed in range(9):
        a, b, c, d = train_test_split(X, y, random_state=seed)
        r.append(SVC().fit(a, c).score(b, d))
    print(np.mean(r), max(r))
    """
    assert found(seeds) == []
    assert found(seeds.replace("np.mean(r), ", "")) == ["seed-picking"]


def test_parameters_that_a_person_may_have_chosen_are_asked_about() -> None:
    loop = """
    r = []
    for c in range(1, 9):
        m = SVC(C=c)
        m.fit(X_train, y_train)
        r.append(m.score(X_test, y_test))
    plot(r)
    """
    later = textwrap.dedent(loop) + "print(SVC(C=3).fit(X_train, y_train).score(X_test, y_test))"
    assert found(later) == ["tuning-on-test?"]
    assert found(loop) == []
    assert found(later.replace("SVC(C=3)", "LogisticRegression()")) == []


def test_folds_of_the_training_side_may_choose() -> None:
    search = "g = GridSearchCV(SVC(), {'C': [1, 2]}).fit(X_train, y_train)\n"
    assert found(search + "print(g.best_score_, g.score(X_test, y_test))") == []
    whole = "g = GridSearchCV(SVC(), {'C': [1, 2]}).fit(X, y)\n"
    chosen = "m = SVC(**g.best_params_).fit(X_train, y_train)\nprint(m.score(X_test, y_test))"
    assert found(whole + chosen) == ["tuning-on-test"]
    assert found(search + chosen) == []
    assert found(whole + "print(g.best_score_)") == ["best-score-reported"]
    assert found(whole + "print(g.best_params_)") == []


FIT = "m = Sequential([])\nm.fit(X_train, y_train, validation_data=(X_{side}, y_{side}), callbacks=[{callback}])\n"
JUDGE = "print(m.evaluate(X_test, y_test))"


@pytest.mark.parametrize(
    ("callback", "expected"),
    [
        ("EarlyStopping()", ["early-stopping-on-test"]),
        ("EarlyStopping(monitor='val_accuracy')", ["early-stopping-on-test"]),
        ("EarlyStopping(monitor='loss')", []),
        ("ReduceLROnPlateau()", ["early-stopping-on-test"]),
        ("ModelCheckpoint('m.h5', save_best_only=True)", ["early-stopping-on-test?"]),
        ("ModelCheckpoint('m.h5')", []),
        ("TensorBoard()", []),
    ],
)
def test_what_ends_a_training_of_keras(callback: str, expected: list[str]) -> None:
    assert found(FIT.format(side="test", callback=callback) + JUDGE) == expected
    assert found(FIT.format(side="val", callback=callback) + JUDGE, THREE) == []


def test_a_checkpoint_that_is_read_back_is_the_model_that_is_judged() -> None:
    fit = FIT.format(side="test", callback="ModelCheckpoint('m.h5', save_best_only=True)")
    assert found(fit + "print(load_model('m.h5').evaluate(X_test, y_test))") == ["early-stopping-on-test"]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("callbacks=[early_stopping(9)]", ["early-stopping-on-test"]),
        ("early_stopping_rounds=9", ["early-stopping-on-test"]),
        ("early_stopping_rounds=None", []),
        ("verbose=1", []),
    ],
)
def test_what_ends_a_training_of_lightgbm(options: str, expected: list[str]) -> None:
    fit = f"m = LGBMClassifier()\nm.fit(X_train, y_train, eval_set=[(X_test, y_test)], {options})\n"
    assert found(fit + "print(m.score(X_test, y_test))") == expected


def test_xgboost_looks_at_the_last_validation_set_only() -> None:
    fit = "from xgboost import XGBClassifier\nm = XGBClassifier(early_stopping_rounds=9)\n"
    both = "m.fit(X_train, y_train, eval_set=[{first}, {last}])\nprint(m.score(X_test, y_test))"
    test, train = "(X_test, y_test)", "(X_train, y_train)"
    assert found(fit + both.format(first=train, last=test)) == ["early-stopping-on-test"]
    assert found(fit + both.format(first=test, last=train)) == []


def test_cuts_of_outputs() -> None:
    curve = """
    m = RandomForestClassifier().fit(X_train, y_train)
    p = m.predict_proba(X_{side})[:, 1]
    precision, recall, cuts = precision_recall_curve(y_{side}, p)
    cut = cuts[np.argmax(2 * precision * recall / (precision + recall))]
    print(f1_score(y_test, m.predict_proba(X_test)[:, 1] > cut))
    """
    assert found(curve.format(side="test")) == ["threshold-on-test"]
    assert found(curve.format(side="val"), THREE) == []
    weights = """
    p = RandomForestClassifier().fit(X_train, y_train).predict_proba(X_test)[:, 1]
    q = LogisticRegression().fit(X_train, y_train).predict_proba(X_test)[:, 1]
    r = [roc_auc_score(y_test, w * p + (1 - w) * q) for w in np.linspace(0, 1, 9)]
    print(max(r))
    """
    assert found(weights) == ["threshold-on-test"]


def test_importance_by_permutation_is_no_threshold() -> None:
    code = """
    m = RandomForestClassifier().fit(X_train, y_train)
    drops = {}
    for name in X_test.columns:
        Z = X_test.copy()
        Z[name] = np.random.permutation(Z[name])
        drops[name] = accuracy_score(y_test, m.predict(Z))
    print(min(drops, key=drops.get))
    """
    assert found(code) == []


def test_what_a_model_says_of_its_own_rows_as_a_feature() -> None:
    column = """
    base = RandomForestClassifier().fit(X_train, y_train)
    X_train["said"] = base.predict(X_train)
    X_test["said"] = base.predict(X_test)
    print(SVC().fit(X_train{columns}, y_train).score(X_test{columns}, y_test))
    """
    assert found(column.format(columns="")) == ["stacking-without-out-of-fold"]
    assert found(column.format(columns="[['a', 'b']]")) == []
    coder = "m = Sequential([])\nm.fit(X_train.values, X_train.values)\n"
    after = "print(SVC().fit(m.predict(X_train), y_train).score(m.predict(X_test), y_test))"
    assert found(coder + after) == []


def test_a_spread_over_samples_of_the_rows_is_no_threshold() -> None:
    code = """
    from sklearn.utils import resample
    p = SVC().fit(X_train, y_train).predict(X_test)
    s = []
    for i in range(99):
        a, b = resample(y_test, p, random_state=i)
        s.append(accuracy_score(a, b))
    print(min(s), max(s))
    """
    assert found(code) == []


def test_a_study_of_optuna_chooses_by_what_its_objective_gives() -> None:
    study = """
    import optuna
    def objective(trial):
        m = SVC(C=trial.suggest_float("C", 0, 1))
        m.fit(X_train, y_train)
        return {score}
    study = optuna.create_study(direction="maximize")
    study.optimize(objective, n_trials=9)
    print(SVC(**study.best_params).fit(X_train, y_train).score(X_test, y_test))
    """
    assert found(study.format(score="accuracy_score(y_test, m.predict(X_test))")) == ["tuning-on-test"]
    assert found(study.format(score="cross_val_score(m, X_train, y_train).mean()")) == []


@pytest.mark.parametrize(
    ("level", "expected"),
    [
        ("np.percentile(off(X_train), 99)", []),
        ("off(X_train).mean() + 3 * off(X_train).std()", []),
        ("precision_recall_curve(y_test, off(X_test))[2][7]", ["threshold-on-test"]),
    ],
)
def test_levels_of_what_a_network_gives_back_wrongly(level: str, expected: list[str]) -> None:
    code = """
        net = Sequential()
        net.compile("adam", "mse")
        net.fit(X_train, X_train)

        def off(rows):
            return np.square(rows - net.predict(rows)).mean(axis=1)

        print(f1_score(y_test, off(X_test) > {level}))
        print(roc_auc_score(y_test, off(X_test)))
    """
    assert found(textwrap.dedent(code).format(level=level)) == expected


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ("range(int(input()))", ["seed-picking"]),
        ("range(3, int(sys.argv[1]), 2)", ["seed-picking"]),
        ("range(3)", ["seed-picking"]),
    ],
)
def test_seeds_up_to_a_number_that_the_user_gives(numbers: str, expected: list[str]) -> None:
    code = f"""
        import sys

        def once(seed):
            return RandomForestClassifier(random_state=seed).fit(X_train, y_train).score(X_test, y_test)

        print(max([once(seed) for seed in {numbers}]))
    """
    assert found(code) == expected


@pytest.mark.parametrize(
    ("loop", "expected"),
    [
        ("m in [f1_score, accuracy_score]", []),
        ("m in [lambda t, p: f1_score(t, p > 0.5)] * 9", ["threshold-on-test"]),
    ],
)
def test_numbers_of_several_metrics_choose_no_threshold(loop: str, expected: list[str]) -> None:
    code = f"""
        said = SVC().fit(X_train, y_train).predict(X_test)
        values = []
        for {loop}:
            values.append(m(y_test, said))
        print(min(values))
    """
    assert found(code) == expected


@pytest.mark.parametrize(
    ("rows", "end", "expected"),
    [
        ("X, y", "", ["threshold-on-test?"]),
        ("X_train, y_train", "\nm.fit(X_train, y_train)\nprint(f1_score(y_test, m.predict(X_test)))", []),
    ],
)
def test_thresholds_of_answers_for_rows_left_out(rows: str, end: str, expected: list[str]) -> None:
    code = f"""
from sklearn.model_selection import cross_val_predict

def best(truth, said):
    precision, recall, cuts = precision_recall_curve(truth, said)
    return cuts[np.argmax(precision * recall)]

m = LogisticRegression()
features, truth = {rows}
said = cross_val_predict(m, features, truth, method="predict_proba")[:, 1]
print(f1_score(truth, said >= best(truth, said))){end}
"""
    assert found(code) == expected


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("sort_values('score').reset_index()", ["tuning-on-test?"]),
        ("sort_values('score').set_index('name')", ["tuning-on-test?"]),
        ("reset_index()", []),
    ],
)
def test_tables_of_scores_stay_in_order_under_other_labels(order: str, expected: list[str]) -> None:
    code = f"""
        tried = [SVC(), RandomForestClassifier()]
        table = pd.DataFrame([dict(name=str(m), score=m.fit(X_train, y_train).score(X_test, y_test)) for m in tried])
        print(table.{order}.iloc[-1])
    """
    assert found(code) == expected


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("print(np.mean(values), np.argmax(values))", ["seed-picking?"]),
        ("print(np.mean(values), np.max(values))", []),
        ("print(np.argmax(values), np.max(values))", ["seed-picking"]),
    ],
)
def test_the_best_seed_beside_a_mean_over_seeds(end: str, expected: list[str]) -> None:
    code = f"""
        values = []
        for seed in range(20):
            values.append(SGDClassifier(random_state=seed).fit(X_train, y_train).score(X_test, y_test))
        {end}
    """
    assert found(code) == expected
