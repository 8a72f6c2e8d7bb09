"""Are files with nothing to ask about passed over, and no others?"""

import pytest

from analyzer.engine.imports import imports_in
from analyzer.engine.prefilter import Prefilter, known_reads
from analyzer.knowledge.vocabulary import Ask, Vocabulary, words_of


def _hit(text: str, *reads: str, given: tuple[str, ...] = ()) -> frozenset[str]:
    vocabulary = Vocabulary([Ask(frozenset(reads), frozenset(given))])
    prefilter = Prefilter(vocabulary)
    facts = {"facts"} if prefilter.has_facts(text.encode()) else frozenset()
    return prefilter.words_in(text.encode(), imports_in(text.encode())) | facts


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("import pickle\npickle.load(f)\n", "load.pickle"),
        ("import pickle as p\np.loads(b)\n", "load.pickle"),
        ("from pickle import load as read\nread(f)\n", "load.pickle"),
        ("from six.moves import cPickle\ncPickle.load(f)\n", "load.pickle"),
        ("from .compat import pickle\npickle.load(f)\n", "load.pickle"),
        ("import importlib\nm = importlib.import_module('pickle')\nm.load(f)\n", "load.pickle"),
        ("import torch\ntorch.load(f)\n", "load.torch"),
        ("from sklearn.linear_model import LogisticRegression\nLogisticRegression().fit(X, y)\n", "fit"),
        ("import torch\nclass Net(torch.nn.Module):\n    pass\n", "model-input"),
        ("import numpy as np\nx == np.nan\n", "nan-comparison"),
        ("x = float('nan')\n", "nan-comparison"),
        ("eval(x)\n", "eval"),
        ("rows = map(eval, xs)\nrun = exec\n", "eval"),
        ("import builtins\ngetattr(builtins, 'eval')(x)\nbuiltins.eval(x)\n", "eval"),
        ("f = globals()[name]\n", "eval.name"),
    ],
)
def test_what_may_matter_is_a_hit(text: str, read: str) -> None:
    assert _hit(text, read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("import json\njson.load(f)\n", "load.pickle"),
        ("import pickle\npickle.HIGHEST_PROTOCOL\n", "load.pickle"),
        ("import torch\nmodel.load_state_dict(d)\ndownload()\n", "load.torch"),
        ("model.fit(X)\n", "fit"),
        ("finance = nanny\n", "nan-comparison"),
        ("import pickle\npickle.load(f)\n", "nan-comparison"),
        ("", "load.pickle"),
        ("import torch\nmodel.eval()\nmode = 'eval'  # before eval\n", "eval"),
        ("def eval_step(self): ...\n--eval\n", "eval"),
        ("file = globals()['__file__']\n", "eval.name"),
    ],
)
def test_what_cannot_matter_is_none(text: str, read: str) -> None:
    assert not _hit(text, read)


def test_all_words_that_matter_are_told() -> None:
    assert _hit("import pickle\npickle.loads(b)\npickle.load(f)\n", "load.pickle") == {"load", "loads"}


def test_a_class_stands_for_a_method_that_is_called_without_a_telling_name() -> None:
    assert "fit" in words_of("sklearn", frozenset({"fit"}))
    assert "LogisticRegression" not in words_of("sklearn", frozenset({"fit"}))
    judged = words_of("sklearn", frozenset({"evaluate"}))
    assert {"score", "GridSearchCV"} <= judged
    assert judged.isdisjoint({"fit", "train_test_split"})


def test_a_rule_on_requests_only_cares_for_code_that_is_given_one() -> None:
    model = "import torch\nclass M(torch.nn.Module):\n    pass\nM()(x)\n"
    assert _hit(model, "model-input")
    assert not _hit(model, "model-input", given=("request",))
    assert _hit("from flask import request\nx = request.get_json()\n", "model-input", given=("request",))


def test_known_reads_hold_roles_and_facts() -> None:
    assert {"load.pickle", "fit", "nan-comparison"} <= known_reads()
    assert "load.pickel" not in known_reads()
