"""Which functions lead to what is asked for, judged by the names they mention?"""

import pytest

from analyzer.interpret.relevance import ProjectLinks, Relevance
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from tests.unit.interpret.programs import project_of

NEAR, FAR = frozenset({"load.native"}), frozenset({"load.torch"})
WANTED = (NEAR | FAR, NEAR | FAR, FAR, FAR)

STORE = """
import json, torch
class Settings:
    @classmethod
    def load(cls, path): return json.load(open(path))
class Weights:
    @classmethod
    def load(cls, path): return torch.load(path)
    def again(self, path): return self.load(path)
class Report:
    def load(self, path): return json.load(open(path))
    def again(self, path): return self.load(path)
"""


def _leads(main: str, function: str = "f", *, off: int = 0, **others: str) -> bool:
    files = {"main.py": main, **{f"{name}.py": text for name, text in others.items()}}
    project, _ = project_of(files)
    vocabulary = Vocabulary([Ask(NEAR, reach=1), Ask(FAR)])
    return Relevance(ProjectLinks(project), vocabulary, WANTED).leads("main", function, 0, off)


@pytest.mark.parametrize(
    ("code", "leads"),
    [
        ("import torch\ndef f(p): return torch.load(p)", True),
        ("import torch\ndef f(p): return p.load()", True),
        ("import torch, json\ndef f(p): return json.load(p)", False),
        # names of libraries that their tables do not know, and such that are parts of longer ones
        ("import torch, numpy as np\ndef f(p): return torch.compile(p)", False),
        ("import numpy as np\ndef f(p): return np.f2py.compile(p)", True),
        ("from numpy import f2py\ndef f(p): return f2py.compile(p)", True),
        # classes of the project that have a method of that name
        ("import torch\nfrom store import Settings\ndef f(p): return Settings.load(p)", False),
        ("import torch\nfrom store import Weights\ndef f(p): return Weights.load(p)", True),
        ("import torch\nfrom shop import Settings\ndef f(p): return Settings.load(p)", False),
        ("import torch\nfrom shop import Weights\ndef f(p): return Weights.load(p)", True),
        ("import torch\nfrom store import Unknown\ndef f(p): return Unknown.load(p)", True),
        ("import torch\ntry: from store import Settings\nexcept E: Settings = torch\ndef f(p): Settings.load(p)", True),
    ],
)
def test_members(code: str, leads: bool) -> None:
    assert _leads(code, store=STORE, shop="from store import Settings, Weights") is leads


@pytest.mark.parametrize(("owner", "leads"), [("Weights", True), ("Report", False)])
def test_methods_of_the_same_object(owner: str, leads: bool) -> None:
    only = (
        STORE.partition("class Report")[0]
        if leads
        else "import json, torch\nclass Report" + STORE.partition("class Report")[2]
    )
    assert _leads(only, f"{owner}.again") is leads


def test_what_is_wanted_nearby_is_not_looked_for_from_afar() -> None:
    code = "import ctypes, torch\nimport numpy as np\ndef f(p): return np.ctypeslib.load_library(p, '.')"
    assert [_leads(code, off=off) for off in range(4)] == [True, True, False, False]
    code = "import torch\ndef f(p): return torch.load(p)"
    assert all(_leads(code, off=off) for off in range(4))
