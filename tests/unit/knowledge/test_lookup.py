"""Are names found as code spells them, and methods where their classes inherit them?"""

import subprocess
import sys

import pytest

from analyzer.knowledge import builtins
from analyzer.knowledge.lookup import canonical, class_row, lookup, method, tokens_for
from analyzer.knowledge.table import Api, Class
from analyzer.project.summaries import BUILT_IN, TOLD_BUILT_INS


@pytest.mark.parametrize(
    ("spelled", "named"),
    [
        ("sklearn.cross_validation.train_test_split", "sklearn.model_selection.train_test_split"),
        ("sklearn.ensemble.forest.RandomForestClassifier", "sklearn.ensemble.RandomForestClassifier"),
        ("tensorflow.keras.models.Sequential", "keras.Sequential"),
        ("tensorflow.python.keras.layers.Normalization", "keras.layers.Normalization"),
        ("sklearn.externals.joblib.load", "joblib.load"),
        ("sklearn.model_selection.KFold", "sklearn.model_selection.KFold"),
        ("somewhere.else.entirely", "somewhere.else.entirely"),
    ],
)
def test_other_spellings_are_one_name(spelled: str, named: str) -> None:
    assert canonical(spelled) == named


def test_what_is_not_described_is_none() -> None:
    assert lookup("sklearn.preprocessing.NoSuchScaler") is None
    assert lookup("no_such_library.load") is None
    assert method("sklearn.preprocessing.StandardScaler", "no_such_method") is None
    assert method("no.such.Class", "fit") is None


def test_methods_are_inherited_from_bases() -> None:
    found = method("sklearn.preprocessing.StandardScaler", "fit_transform")
    assert found is not None
    row, owner = found
    assert row.effect == "fit-transform"
    assert owner.name == "sklearn.preprocessing.StandardScaler"
    assert owner.how == "scaling"


def test_the_derived_class_decides() -> None:
    own = method("sklearn.preprocessing.LabelEncoder", "fit_transform")
    assert own is not None
    assert own[0].subject == "y"
    split = method("datasets.Dataset", "train_test_split")
    assert split is not None
    assert split[0].effect == "split"


def test_how_is_inherited_when_a_class_has_none() -> None:
    row = class_row("xgboost.XGBClassifier")
    assert isinstance(row, Class)
    assert row.how == "model"


def test_inherited_methods_have_names_of_their_own() -> None:
    row = lookup("pandas.DataFrame.fillna")
    assert isinstance(row, Api)
    assert row.effect == "fill"


def test_tokens_are_the_last_components() -> None:
    tokens = tokens_for(["metric"])
    assert {b"accuracy_score", b"roc_auc_score"} <= tokens
    assert b"fillna" not in tokens
    assert not tokens_for(["no such role"])


def test_one_question_loads_one_library() -> None:
    code = (
        "import sys\n"
        "from analyzer.knowledge.lookup import method\n"
        "assert method('sklearn.svm.SVC', 'fit')\n"
        "loaded = {name for name in sys.modules if name.startswith('analyzer.knowledge.')}\n"
        "names = {'abstract', 'lookup', 'sklearn', 'table'}\n"
        "assert loaded <= {f'analyzer.knowledge.{name}' for name in names}, loaded\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_built_in_functions_that_rules_ask_for_are_told_apart_from_methods() -> None:
    rows = [row for row in builtins.ENTRIES if isinstance(row, Api) and row.name.count(".") == 1]
    asked = {row.name.removeprefix(BUILT_IN) for row in rows if row.roles or row.origin}
    makers = {row.name.removeprefix(BUILT_IN) for row in rows if row.returns == "builtins.Namespace"}
    assert {"eval", "globals"} <= asked | makers <= TOLD_BUILT_INS
