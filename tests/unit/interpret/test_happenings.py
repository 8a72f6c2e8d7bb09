"""Which steps, ignored results and lost writes of a program are kept, and where?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Facts
from analyzer.interpret.values import Place
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from tests.unit.interpret.programs import project_of

READS = frozenset(
    {
        "ignored-result",
        "read.table",
        "gradient-switch",
        "chained-assignment",
        "train-step",
        "clears-gradients",
        "loss",
        "model-input",
        "held-out",
        "unchecked-data",
        "fit",
        "round-trip",
        "worker-seed",
        "unseeded",
    }
)


def seen(code: str, **others: str) -> tuple[Facts, dict[str, str]]:
    """The facts of a program of the module "main", and the texts by module."""
    files = {"main.py": textwrap.dedent(code), **{f"{name}.py": textwrap.dedent(text) for name, text in others.items()}}
    project, texts = project_of(files)
    return interpret(project, "main", Vocabulary([Ask(READS)])), texts


def lines(code: str, kind: str, **others: str) -> list[tuple[str, str]]:
    """The name of each event of a kind, and the line of code that it stands in."""
    facts, texts = seen(code, **others)
    return [(each.name, _line(texts, each.place)) for each in facts.events if each.kind == kind]


def _line(texts: dict[str, str], place: Place) -> str:
    before = texts[place.module].encode()[: place.start].decode()
    return texts[place.module].splitlines()[before.count("\n")].strip()


TORCH = """
import torch
from torch import nn
net = nn.Sequential(nn.Linear(2, 2), nn.Dropout(0.1))
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
"""


class TestGradients:
    def test_events_know_their_loops(self) -> None:
        facts, _ = seen(
            TORCH
            + """
for epoch in range(9):
    optimizer.zero_grad()
    for x in loader:
        net(x).sum().backward()
        optimizer.step()
"""
        )
        found = {each.kind: len(each.loops) for each in facts.events}
        assert found == {"clear": 1, "backward": 2, "step": 2}

    def test_a_function_that_clears_is_seen_each_time(self) -> None:
        facts, _ = seen(
            TORCH
            + """
def clear():
    optimizer.zero_grad()
for x in loader:
    clear()
for y in loader:
    clear()
"""
        )
        assert len({each.loops for each in facts.events if each.kind == "clear"}) == 2

    @pytest.mark.parametrize(
        "statement", ["p.grad = None", "p.grad.zero_()", "reset_grad(p)", "net.zero_grad(set_to_none=True)"]
    )
    def test_other_ways_to_clear(self, statement: str) -> None:
        assert lines(f"{TORCH}for p in params:\n    {statement}\n    p.sum().backward()", "clear")

    @pytest.mark.parametrize("statement", ["engine.backward(loss)", "env.step(action)", "scheduler.step()"])
    def test_what_is_no_step_of_an_optimizer(self, statement: str) -> None:
        code = f"{TORCH}scheduler = torch.optim.lr_scheduler.StepLR(optimizer)\nfor p in params:\n    {statement}\n"
        facts, _ = seen(code)
        assert not [each for each in facts.events if each.kind in ("backward", "step")]


class TestSwitches:
    def test_a_mistyped_one(self) -> None:
        assert lines("import torch\nx = torch.zeros(1)\nx.require_grad = True", "misspelt") == [
            ("require_grad", "x.require_grad = True")
        ]

    def test_a_module_has_none(self) -> None:
        assert lines(f"{TORCH}net.requires_grad = False", "misspelt")

    def test_an_attribute_of_its_own(self) -> None:
        code = "class Layer(nn.Module):\n    def __init__(self, grad):\n        self.requires_grad = grad\nLayer(True)"
        assert not lines(f"{TORCH}{code}", "misspelt")

    def test_what_was_stored_may_be_a_tensor(self) -> None:
        assert not lines("import torch\nx = torch.load('x.pt')\nx.requires_grad = False", "misspelt")

    def test_a_class_of_the_project_may_have_it(self) -> None:
        code = "class A:\n    def __init__(self):\n        self.require_grad = True\nA().require_grad = False"
        assert not lines(code, "misspelt")


class TestIgnored:
    @pytest.mark.parametrize(
        ("statement", "name"),
        [
            ("df.dropna()", "pandas.DataFrame.dropna"),
            ("df['a'].fillna(0)", "pandas.Series.fillna"),
            ("df.to_numpy().reshape(2)", "numpy.ndarray.reshape"),
            ("np.append(a, 1)", "numpy.append"),
        ],
    )
    def test_what_changes_nothing(self, statement: str, name: str) -> None:
        code = f"import numpy as np\nimport pandas as pd\ndf = pd.read_csv('a.csv')\n{statement}"
        assert [each for each, _ in lines(code, "ignored")] == [name]

    @pytest.mark.parametrize(
        "statement",
        [
            "df.dropna(inplace=True)",
            "df.dropna(inplace=flag)",
            "df.dropna(**options)",
            "names.append(1)",
            "list(df['a']).append(1)",
            "df = df.dropna()",
            "unknown.dropna()",
            "np.clip(a, 0, 1, out=a)",
            "try:\n    df.astype(int)\nexcept ValueError:\n    raise",
            "df.head()\ndf.dropna()",
        ],
    )
    def test_what_may_change_something_or_is_looked_at(self, statement: str) -> None:
        code = f"import numpy as np\nimport pandas as pd\nnames = []\ndf = pd.read_csv('a.csv')\n{statement}"
        assert not lines(code, "ignored")


class TestChained:
    @pytest.mark.parametrize(
        ("target", "first"),
        [
            ("df[df['a'] > 0]['b']", "rows"),
            ("df[['a', 'b']]['b']", "rows"),
            ("df.loc[df['a'] > 0]['b']", "rows"),
            ("df['b'][df['a'] > 0]", "column"),
            ("df['b'].loc[3]", "column"),
            ("df.b.iloc[0]", "column"),
            ("df.iloc[i]['b']", "either"),
        ],
    )
    def test_what_is_taken_first(self, target: str, first: str) -> None:
        code = f"import pandas as pd\ndf = pd.read_csv('a.csv')\n{target} = 1"
        assert [each for each, _ in lines(code, "chained")] == [first]

    def test_an_annotated_parameter(self) -> None:
        code = "import pandas as pd\ndef f(df: pd.DataFrame):\n    df['a'][0] = 1\ndef g(df):\n    df['a'][0] = 1"
        assert len(lines(code, "chained")) == 1

    @pytest.mark.parametrize(
        "target", ["df.loc[df['a'] > 0, 'b']", "df['b']", "tables['a']['b']", "df.to_dict()['a']['b']"]
    )
    def test_what_is_assigned_at_once(self, target: str) -> None:
        code = f"import pandas as pd\ndf = pd.read_csv('a.csv')\ntables = {{'a': df}}\n{target} = 1"
        assert not lines(code, "chained")


class TestModes:
    def asked(self, *statements: str) -> list[tuple[bool, str, bool, bool]]:
        facts, _ = seen("\n".join((TORCH, *statements)))
        return [(each.judging, each.differs, each.frozen, each.handed) for each in facts.asked]

    def test_as_it_is_made(self) -> None:
        assert self.asked("net(x)") == [(False, "torch.nn.Dropout", False, False)]

    def test_switched(self) -> None:
        assert self.asked("net.eval()", "net(x)") == [(True, "", False, False)]
        assert self.asked("net.eval()", "net.train()", "net(x)") == [(False, "torch.nn.Dropout", False, False)]

    def test_parts_are_switched_with_the_whole(self) -> None:
        assert self.asked("part = nn.Dropout(0.2)", "whole = nn.Sequential(part)", "whole.eval()", "part(x)")[0][0]

    def test_a_part_that_was_switched_before(self) -> None:
        assert self.asked("part = nn.Dropout(0.2).eval()", "whole = nn.Sequential(part)", "whole(x)")[0][1] == ""

    def test_a_decorator_of_the_project(self) -> None:
        code = [
            "from tools import smart_inference_mode",
            "@smart_inference_mode()",
            "def f(x):",
            "    return net(x)",
            "f(x)",
        ]
        assert self.asked(*code)[0][2]

    def test_without_gradients(self) -> None:
        assert self.asked("with torch.no_grad():", "    net(x)") == [(False, "torch.nn.Dropout", True, False)]

    def test_asked_by_a_network(self) -> None:
        facts, _ = seen(
            f"""{TORCH}
class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.part = nn.Dropout(0.1)
    @torch.no_grad()
    def decode(self, x):
        def inner():
            return self.part(x)
        return inner()
"""
        )
        assert [each.inside for each in facts.asked] == [True]

    def test_handed_to_code_that_is_not_read(self) -> None:
        assert self.asked("prepare(net)", "net(x)")[0][3]
        assert not self.asked("from torchinfo import summary", "summary(net)", "net(x)")[0][3]

    @pytest.mark.parametrize(
        ("layer", "differs"),
        [
            ("nn.BatchNorm1d(3)", True),
            ("nn.BatchNorm1d(3, track_running_stats=False)", False),
            ("nn.TransformerEncoderLayer(8, 2)", True),
            ("nn.TransformerEncoderLayer(8, 2, dropout=0)", False),
            ("nn.LSTM(3, 3, num_layers=2, dropout=0.2)", True),
            ("nn.LSTM(3, 3)", False),
            ("nn.Linear(3, 3)", False),
        ],
    )
    def test_layers(self, layer: str, differs: bool) -> None:
        facts, _ = seen(f"from torch import nn\nnet = nn.Sequential({layer})\nnet(x)")
        assert [bool(each.differs) for each in facts.asked] == [differs]
