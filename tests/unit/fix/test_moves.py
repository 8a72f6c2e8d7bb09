"""When can a transformer be fitted below the split instead, and what does the module look like then?"""

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.fix.content import Content
from analyzer.fix.edits import Editable
from analyzer.model.finding import Action, Change, Remedy
from analyzer.testing import findings_in
from tests.unit.fix.sources import source

SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)\n"
BELOW = "    X_train = sc.fit_transform(X_train)\n    X_test = sc.transform(X_test)\n"


def fitted(name: str, made: str, labels: str = "") -> str:
    """The lines below the split that make a transformer and use it."""
    return f"{name} = {made}\nX_train = {name}.fit_transform(X_train{labels})\nX_test = {name}.transform(X_test)\n"


def _moved(text: str) -> str:
    """The module after the fit went below the split; an empty text if that is not offered."""
    file = source(text)
    places = []
    for call in (".fit_transform(", "train_test_split("):
        line = text.rindex("\n", 0, text.index(call)) + 1 if "\n" in text[: text.index(call)] else 0
        first = text.index(" = ", line) + 3
        stop = (
            text.index(")\n", first) + 1
            if "  #" not in text[first : text.index("\n", first)]
            else text.index("  #", first)
        )
        places.append(file.location(first, stop))
    change = Change(action=Action.FIT_BELOW, at=places[0], below=places[1])
    fix = Editable(file).fix(Remedy(title="Move", changes=(change,), safe=False))
    if fix is None:
        return ""
    after, taken = Content("a.py", text.encode()).with_fixes([fix])
    assert taken == [fix]
    return after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            f"X = sc.fit_transform(X)\n{SPLIT}",
            f"{SPLIT}X_train = sc.fit_transform(X_train)\nX_test = sc.transform(X_test)\n",
        ),
        (
            f"def f(X, y):\n    X = sc.fit_transform(X)  # all\n    {SPLIT}    return X_train\n",
            f"def f(X, y):\n    {SPLIT}{BELOW}    return X_train\n",
        ),
        (
            f"Z = MinMaxScaler().fit_transform(df[['a']])\n{SPLIT.replace('(X', '(Z')}",
            "X_train, X_test, y_train, y_test = train_test_split(df[['a']], y)\n"
            + fitted("min_max_scaler", "MinMaxScaler()"),
        ),
        (
            f"X = SelectKBest(k=3).fit_transform(X, y)\n{SPLIT}",
            SPLIT + fitted("select_kbest", "SelectKBest(k=3)", ", y_train"),
        ),
    ],
)
def test_moved(before: str, after: str) -> None:
    assert _moved(before) == after


@pytest.mark.parametrize(
    "text",
    [
        f"X = sc.fit_transform(X)\n{SPLIT}model.fit(X, y)\n",  # all rows are used after the split
        f"X = sc.fit_transform(X)\nsc.fit(Z)\n{SPLIT}",  # the transformer learns something else
        f"X = sc.fit_transform(X)\nX['b'] = 1\n{SPLIT}",
        f"if a:\n    X = sc.fit_transform(X)\n{SPLIT}",  # not in one block
        "X = sc.fit_transform(X)\nparts = train_test_split(X, y)\n",  # the sides have no names
        "X = sc.fit_transform(X)\nX_train, X_test = train_test_split(X[1:])\n",
        f"df['a'] = sc.fit_transform(df[['a']])\n{SPLIT}",  # a column of what is split
        f"X = sc.fit_transform(X, z)\n{SPLIT}",  # labels that are not split
        f"X = sc.fit_transform(X, copy=True)\n{SPLIT}",
        f"scaler = 1\nX = Scaler().fit_transform(X)\n{SPLIT}",  # the name for it is taken
        f"X = make().new.fit_transform(X)\n{SPLIT}",
    ],
)
def test_left_alone(text: str) -> None:
    assert _moved(text) == ""


def test_what_was_moved_leaks_no_more() -> None:
    imports = "import pandas as pd\nfrom sklearn.preprocessing import StandardScaler\nfrom sklearn.svm import SVC\n"
    read = "from sklearn.model_selection import train_test_split\ndf = pd.read_csv('a.csv')\ny = df.pop('y')\n"
    head = imports + read
    tail = "model = SVC().fit(X_train, y_train)\nprint(model.score(X_test, y_test))\n"
    before = f"{head}X = StandardScaler().fit_transform(df)\n{SPLIT}{tail}"
    rule = [find("fit-before-split", load_rules())]
    (finding,) = findings_in({"a.py": before}, rule)[0]
    assert finding.remedy is not None
    assert not finding.remedy.safe
    after = _moved(before)
    assert after != ""
    assert findings_in({"a.py": after}, rule)[0] == ()
