"""By which scores does a program choose, among what, and which scores does it tell?"""

import pytest

from analyzer.interpret.selected import candidates
from tests.unit.interpret.effects.snippets import run

SIDES = """
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import f1_score, roc_curve
X, Xt, y, yt = train_test_split(df[["a"]], df["t"])
"""
MODEL = "m = LogisticRegression().fit(X, y)\n"


def choices(code: str) -> list[tuple[str, list[str]]]:
    """The kind of each choice, and what it is made among."""
    facts = run(SIDES + code).facts
    return [
        (choice.kind, sorted({each.relation for each in candidates(facts, choice, choice.scores)}))
        for choice in facts.choices
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("    if s > best:\n        best = s", [("comparison", ["anew"])]),
        ("    if not s <= best:\n        best = s", [("comparison", ["anew"])]),
        ("    best = max(best, s)", [("comparison", ["anew"])]),
        ("    best = s if s > best else best", [("comparison", ["anew"])]),
        ("    if s > best:\n        print('better')\n    best = s", []),  # it only says so
        ("    if s > 0.9:\n        break", []),  # no other score
        ("    print(s)", []),
    ],
)
def test_a_comparison_with_former_scores_is_a_choice_if_something_is_kept(body: str, expected: object) -> None:
    code = "best = 0\nfor c in range(9):\n    s = LogisticRegression(C=c).fit(X, y).score(Xt, yt)\n"
    assert choices(code + body) == expected


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("max(scores)", [("extreme", ["anew"])]),
        ("np.argmax(scores)", [("extreme", ["anew"])]),
        ("min(1 - s for s in scores)", [("extreme", ["anew"])]),
        ("sorted(scores)[-1]", [("extreme", ["anew"])]),
        ("scores.sort()\nbest = scores[0]", [("extreme", ["anew"])]),
        ("pd.DataFrame({'s': scores}).sort_values('s').iloc[0]", [("extreme", ["anew"])]),
        ("pd.DataFrame({'s': scores}).sort_values('s').head(1)", [("extreme", ["anew"])]),
        ("pd.DataFrame({'s': scores})['s'].idxmax()", [("extreme", ["anew"])]),
        ("print(sorted(scores))", []),
        ("print(pd.DataFrame({'s': scores}).sort_values('s').head())", []),
        ("np.mean(scores)", []),
        ("scores[0]", []),
    ],
)
def test_the_best_of_a_list_is_a_choice(after: str, expected: object) -> None:
    loop = "scores = []\nfor c in range(9):\n    scores.append(LogisticRegression(C=c).fit(X, y).score(Xt, yt))\n"
    assert choices(loop + after) == expected


def test_what_is_chosen_among_depends_on_the_loop_of_the_choice() -> None:
    epochs = "best = 0\nm = SGDClassifier()\nfor e in range(9):\n"
    steps = "    for i in range(3):\n        m.partial_fit(X, y)\n    s = m.score(Xt, yt)\n    if s > best: best = s"
    assert choices(epochs + steps) == [("comparison", ["on"])]
    made = "best = 0\nfor e in range(9):\n    m = SGDClassifier()\n"
    assert choices(made + steps) == [("comparison", ["anew"])]
    cuts = "best = 0\np = m.predict_proba(Xt)\nfor c in range(9):\n    s = f1_score(yt, p > c)\n    best = max(best, s)"
    assert choices(MODEL + cuts) == [("comparison", ["said"])]
    columns = "d = []\nfor c in Xt:\n    Z = Xt.copy()\n    d.append(f1_score(yt, m.predict(Z)))\nmax(d)"
    assert choices(MODEL + columns) == [("extreme", ["fed"])]


def test_scores_of_one_model_are_no_choice() -> None:
    assert choices(MODEL + "a, b = m.score(X, y), m.score(Xt, yt)\nif a > b: over = True") == []
    assert choices(MODEL + "p = m.predict(Xt)\nif accuracy_score(yt, p) > f1_score(yt, p): k = 1") == []


def test_an_output_that_is_cut_by_what_its_own_scores_say() -> None:
    curve = "p = m.predict_proba(Xt)[:, 1]\nf, t, h = roc_curve(yt, p)\nc = h[np.argmax(t - f)]\n"
    assert ("threshold", ["older"]) in choices(MODEL + curve + "f1_score(yt, p > c)")
    assert ("threshold", ["older"]) not in choices(MODEL + curve + "f1_score(y, m.predict_proba(X)[:, 1] > c)")


def test_the_best_score_of_a_search() -> None:
    code = "g = GridSearchCV(LogisticRegression(), {}).fit(X, y)\nprint(g.best_score_)"
    facts = run(SIDES + code).facts
    (choice,) = facts.choices
    assert choice.kind == "search"
    assert {told.score for told in facts.told} == choice.scores


@pytest.mark.parametrize(
    "text",
    ["print(s)", "print('a', s * 100)", "t = f'{s:.2f}'", "print({'a': s})", "print([s])", "print(round(s, 2))", "s"],
)
def test_scores_that_are_told(text: str) -> None:
    assert run(SIDES + MODEL + f"s = m.score(Xt, yt)\n{text}").facts.told


def test_a_mean_over_the_passes_of_a_loop() -> None:
    loop = "r = []\nfor s in range(9):\n    r.append(LogisticRegression(random_state=s).fit(X, y).score(Xt, yt))\n"
    assert run(SIDES + loop + "np.mean(r)").facts.averaged
    assert run(SIDES + loop + "sum(r) / len(r)").facts.averaged
    inside = "for s in range(9):\n    np.mean(cross_val_score(LogisticRegression(C=s), X, y))\n"
    assert not run(SIDES + inside).facts.averaged


@pytest.mark.parametrize(
    ("loop", "seeds"),
    [
        ("for s in range(9):\n    train_test_split(df, random_state=s)", 1),
        ("for s in [1, 2]:\n    train_test_split(df, random_state=s)", 1),
        ("for s in range(9):\n    np.random.seed(s)", 1),
        ("for s in range(9):\n    train_test_split(df, random_state=42)", 0),
        ("for s in range(9):\n    train_test_split(df, test_size=s, random_state=0)", 0),
        ("train_test_split(df, random_state=7)", 0),
    ],
)
def test_seeds_that_change_in_a_loop(loop: str, seeds: int) -> None:
    assert len(run(SIDES + loop).facts.seeds) == seeds
