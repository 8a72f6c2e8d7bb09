"""Do summaries say what a module mentions, and is what can matter reached without reaching everything?"""

from collections.abc import Callable, Mapping

import msgspec
import pytest

from analyzer.project.callers import TOP_LEVEL, Imported, ModuleSummary, reach, summary_of
from analyzer.project.names import module_names
from analyzer.syntax import ir

Parsed = Callable[..., ir.Module]

TEXT = """
import os.path as p, sys
from ..a import b as c
from ..a import *
X = torch.load(y)
def f(a=default):
    from z import w
    def inner(): return deep(callback)
    return g.h(key=a)[i]
class C(Base):
    size = attr
    def m(self): return self.n()
"""


def test_summary(parsed: Parsed) -> None:
    summary = summary_of(parsed(TEXT, "pkg.m", "pkg/m.py"))
    assert set(summary.imports) == {
        Imported("os.path", 0, (), ("p",)),
        Imported("sys", 0, (), ("sys",)),
        Imported("a", 2, ("b",), ("c",)),
        Imported("a", 2, ("*",), ("*",)),
        Imported("z", 0, ("w",), ("w",)),
    }
    assert {owner: set(names) for owner, names in summary.uses.items()} == {
        TOP_LEVEL: {"X", "torch", "load", "y"},
        "f": {"default", "deep", "callback", "g", "h", "a", "i"},
        "C.": {"Base", "size", "attr"},
        "C.m": {"self", "n"},
    }
    assert (summary.variables, summary.classes) == (("X",), ("C",))
    assert {"torch", "n", "deep"} <= summary.identifiers


def test_a_summary_survives_the_cache(parsed: Parsed) -> None:
    summary = summary_of(parsed(TEXT))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(summary), type=ModuleSummary) == summary


def test_deep_code_is_walked_without_recursion() -> None:
    expression: ir.Expr = ir.Name(0, 1, "x")
    for _ in range(20_000):
        expression = ir.Unary(0, 1, "-", expression)
    found = summary_of(ir.Module("m", "m.py", False, (ir.ExprStmt(0, 1, expression),), (), ()))
    assert found.uses == {TOP_LEVEL: ("x",)}


@pytest.fixture
def summaries(parsed: Parsed) -> Callable[[Mapping[str, str]], dict[str, ModuleSummary]]:
    """The summaries of a project, from path to text."""

    def of_files(files: Mapping[str, str]) -> dict[str, ModuleSummary]:
        names = module_names(files)
        return {name: summary_of(parsed(files[path], name, path)) for path, name in names.items()}

    return of_files


FILES = {
    "pkg/__init__.py": "from .seed import load as read\nfrom .other import thing",
    "pkg/seed.py": "from . import source\ndef load(path): return source.fetch(path)",
    "pkg/source.py": "from .deeper import x\ndef fetch(path): return x(path)",
    "pkg/deeper.py": "from .deepest import y\nx = y",
    "pkg/deepest.py": "y = 1",
    "pkg/other.py": "thing = 1",
    "caller.py": "import pkg\ndef main(): return pkg.read('x')",
    "caller_of_caller.py": "from caller import main\nmain()",
    "method.py": "from pkg import read\nclass Job:\n    def run(self): return read(1)",
    "subclass.py": "from method import Job\nclass Mine(Job): ...",
    "bystander.py": "from pkg import thing\nprint(thing)",
    "next_to_caller.py": "import bystander\nbystander.x()",
    "alone.py": "def load(): ...",
}


def test_reach_follows_names_up_and_imports_down(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    assert reach(summaries(FILES), ["pkg.seed"]) == {
        *("pkg", "pkg.seed", "pkg.source", "pkg.deeper"),
        *("caller", "caller_of_caller", "method", "subclass"),
    }


def test_reach_of_module_imports_and_stars(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    files = {
        "seed.py": "def f(): ...",
        "star.py": "from seed import *",
        "user.py": "import star\nstar.f()",
        "renamed.py": "import seed as s\ndef go(): return s.f",
        "user_of_renamed.py": "from renamed import go\ngo()",
        "other.py": "from star import *",
        "none.py": "import star\nstar.g()",
        "pkg/__init__.py": "from . import inner",
        "pkg/inner.py": "import seed\ndef h(): seed.f()",
        "dotted.py": "import pkg\npkg.inner.h()",
    }
    assert reach(summaries(files), ["seed"]) == set(summaries(files)) - {"none"}


def test_reach_of_circles_and_unknown_seeds(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    found = summaries({"a.py": "from b import g\ndef f(): g()", "b.py": "from a import f\ndef g(): f()"})
    assert reach(found, ["a", "missing"]) == {"a", "b"}
    assert reach(found, []) == set()


def test_reach_asks_the_given_resolver(summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]]) -> None:
    found = summaries({"a.py": "def f(): ...", "b.py": "import elsewhere\nelsewhere.f()"})
    assert reach(found, ["a"]) == {"a"}
    assert reach(found, ["a"], lambda _importer, module, _level: {"elsewhere": "a"}.get(module)) == {"a", "b"}


def test_reach_by_the_name_of_the_seed(summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]]) -> None:
    found = summaries({"a.py": "def f(): ...", "b.py": "import a\na.f()"})
    assert reach(found, ["a"]) == {"a", "b"}


def test_reach_of_what_mentions_given_names(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    files = {
        "seed.py": "import pickle\ndef read(f): return pickle.load(f)\ndef show(x): print(x)",
        "reader.py": "from seed import read\ndef main(): read(1)",
        "printer.py": "from seed import show\ndef main(): show(1)",
    }
    assert reach(summaries(files), ["seed"]) == set(summaries(files))
    assert reach(summaries(files), ["seed"], names={"load"}) == {"seed", "reader"}


def test_built_in_functions_are_told_apart_from_methods(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    files = {"a.py": "import builtins\ndef f(x): eval(x)\ndef g(m): m.eval()\ndef h(x): builtins.eval(x)\n"}
    uses = summaries(files)["a"].uses
    assert {name for name in ("f", "g", "h") if "builtins.eval" in uses[name]} == {"f", "h"}


def test_what_a_table_holds_is_known_by_its_name(
    summaries: Callable[[Mapping[str, str]], dict[str, ModuleSummary]],
) -> None:
    files = {"a.py": "import pickle\nREAD = {'p': pickle.load, 'n': None}\nBOTH = (open, pickle.loads)\n"}
    assert set(summaries(files)["a"].aliases) == {("READ", "load"), ("BOTH", "open"), ("BOTH", "loads")}
