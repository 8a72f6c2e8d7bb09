"""Which remedies do rules call safe, and which do they only offer?"""

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.testing import findings_in

SERVED = "import yaml\nfrom flask import request\n"


@pytest.mark.parametrize(
    ("code", "safe"),
    [
        (f"{SERVED}yaml.load(request.data, Loader=yaml.Loader)\n", True),
        (f"{SERVED}yaml.load(request.data, Loader=yaml.FullLoader)\n", True),
        (f"{SERVED}yaml.full_load(request.data)\n", True),
        (f"{SERVED}yaml.load(request.data)\n", True),
        (f"{SERVED}yaml.load(request.data, Loader=yaml.CLoader)\n", True),
        # Whoever chooses the document, plain data is read as before.
        ("import yaml\ndef f(stream): return yaml.load(stream, Loader=yaml.Loader)\n", True),
        # The program's own documents may have been written with tags.
        ("import yaml\nyaml.load(open('a.yaml'), Loader=yaml.Loader)\n", False),
        # Tags mean something here, to the loaders or to one of them.
        (f"{SERVED}yaml.add_constructor('!x', f)\nyaml.load(request.data, Loader=yaml.Loader)\n", False),
        (
            f"{SERVED}yaml.FullLoader.add_constructor('!x', f)\nyaml.load(request.data, Loader=yaml.FullLoader)\n",
            False,
        ),
        (f"{SERVED}class Own(yaml.Loader): pass\nyaml.load(request.data, Loader=Own)\n", False),
        # The loader is somebody else's choice.
        (f"{SERVED}def f(loader): return yaml.load(request.data, Loader=loader)\n", None),
        (f"{SERVED}def f(loader=yaml.Loader): return yaml.load(request.data, Loader=loader)\n", None),
        (f"{SERVED}def f(**k): return yaml.load(request.data, **k)\n", None),
        # What is dumped with it may need tags.
        ("from ruamel.yaml import YAML\nyaml = YAML(typ='unsafe')\n", False),
    ],
)
def test_a_safe_yaml_loader(code: str, safe: bool | None) -> None:
    assert _safe(code, "unsafe-yaml-load") is safe


@pytest.mark.parametrize(
    ("code", "safe"),
    [
        ("import numpy as np\ndef f(path): return np.load(path, allow_pickle=True)\n", False),
        ("import pickle\ndef f(file): return pickle.load(file)\n", None),
    ],
)
def test_a_load_without_pickles(code: str, safe: bool | None) -> None:
    assert _safe(code, "pickle-load-of-untrusted-data") is safe


def _safe(code: str, rule: str) -> bool | None:
    (finding,) = findings_in({"a.py": code}, [find(rule, load_rules())])[0]
    return None if finding.remedy is None else finding.remedy.safe


SPLIT = """from sklearn.linear_model import LogisticRegression
from sklearn.metrics import precision_score
from sklearn.model_selection import train_test_split
X_train, X_test, y_train, y_test = train_test_split(X, y)
guess = LogisticRegression().fit(X_train, y_train).predict(X_test)
"""


@pytest.mark.parametrize(
    ("code", "rule", "safe"),
    [
        (f"{SPLIT}precision_score(guess, y_test)\n", "swapped-metric-arguments", False),
        (
            "import pandas as pd\npd.read_csv('a').to_csv('b')\npd.read_csv('b')\n",
            "csv-round-trip",
            False,
        ),
    ],
)
def test_what_is_only_offered(code: str, rule: str, safe: bool | None) -> None:
    assert _safe(code, rule) is safe
