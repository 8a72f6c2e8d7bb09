"""What do names mean across the modules of a project?"""

from collections.abc import Callable, Mapping

import pytest

from analyzer.model.level import Level
from analyzer.project.definition import Definition, DefinitionKind
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.versions import Versions
from analyzer.syntax import ir

Build = Callable[..., Project]
IMPL = "def f(): ...\ndef _hidden(): ...\nclass C:\n    def m(self): ...\n    class Inner: ...\n    size = 3\n"


def shown(found: Definition | None) -> str:
    """A definition as one line."""
    if found is None:
        return "nothing"
    return f"{found.kind} {found.qualified}" + (f" or {found.external}" if found.external else "")


CASES: Mapping[str, tuple[Mapping[str, str], str, str]] = {
    "function": ({}, "pkg.impl.f", "function pkg.impl.f"),
    "method": ({}, "pkg.impl.C.m", "function pkg.impl.C.m"),
    "nested class": ({}, "pkg.impl.C.Inner", "class pkg.impl.C.Inner"),
    "class attribute": ({}, "pkg.impl.C.size", "variable pkg.impl.C.size"),
    "module": ({}, "pkg.impl", "module pkg.impl"),
    "unbound": ({}, "pkg.impl.g", "nothing"),
    "unknown module": ({}, "other.f", "nothing"),
    "re-export": ({"pkg/__init__.py": "from .impl import f as g"}, "pkg.g", "function pkg.impl.f"),
    "re-exported method": ({"pkg/__init__.py": "from .impl import C as D"}, "pkg.D.m", "function pkg.impl.C.m"),
    "name hides submodule": ({"pkg/__init__.py": "from .f import f", "pkg/f.py": IMPL}, "pkg.f", "function pkg.f.f"),
    "below a hidden submodule": (
        {"pkg/__init__.py": "from .f import f", "pkg/f.py": IMPL},
        "pkg.f.C.m",
        "function pkg.f.C.m",
    ),
    "submodule from own package": ({"pkg/__init__.py": "from . import impl"}, "pkg.impl.f", "function pkg.impl.f"),
    "module alias": ({"pkg/__init__.py": "import pkg.impl as i"}, "pkg.i.f", "function pkg.impl.f"),
    "dotted import": ({"run.py": "import pkg.impl"}, "run.pkg.impl.f", "function pkg.impl.f"),
    "external": ({"run.py": "from torch import load as l"}, "run.l", "external torch.load"),
    "external attribute": ({"run.py": "import torch as t"}, "run.t.nn.Module", "external torch.nn.Module"),
    "external dotted": ({"run.py": "import torch.nn"}, "run.torch.load", "external torch.load"),
    "through two modules": (
        {"run.py": "from pkg import load", "pkg/__init__.py": "from torch import load"},
        "run.load",
        "external torch.load",
    ),
    "star": ({"pkg/__init__.py": "from .impl import *"}, "pkg.f", "function pkg.impl.f"),
    "star leaves underscore": ({"pkg/__init__.py": "from .impl import *"}, "pkg._hidden", "nothing"),
    "star with __all__": (
        {"pkg/__init__.py": "from .impl import *", "pkg/impl.py": IMPL + "__all__ = ['_hidden']\n__all__ += ['C']"},
        "pkg._hidden",
        "function pkg.impl._hidden",
    ),
    "star not in __all__": (
        {"pkg/__init__.py": "from .impl import *", "pkg/impl.py": IMPL + "__all__ = ['C']"},
        "pkg.f",
        "nothing",
    ),
    "last star wins": (
        {"pkg/__init__.py": "from .impl import *\nfrom .b import *", "pkg/b.py": "def f(): ..."},
        "pkg.f",
        "function pkg.b.f",
    ),
    "one external star": ({"run.py": "from torch.nn import *"}, "run.Linear", "external torch.nn.Linear"),
    "two external stars": ({"run.py": "from torch import *\nfrom numpy import *"}, "run.save", "nothing"),
    "try project first": (
        {"run.py": "try:\n    from pkg.impl import f\nexcept ImportError:\n    from torch import f"},
        "run.f",
        "function pkg.impl.f or torch.f",
    ),
    "try project last": (
        {"run.py": "try:\n    from torch import f\nexcept ImportError:\n    from pkg.impl import f"},
        "run.f",
        "function pkg.impl.f or torch.f",
    ),
    "try with None": (
        {"run.py": "try:\n    import torch\nexcept ImportError:\n    torch = None"},
        "run.torch.load",
        "external torch.load",
    ),
    "elif": ({"run.py": "if a:\n    pass\nelif b:\n    def f(): ...\nelse:\n    raise E"}, "run.f", "function run.f"),
    "last binding wins": ({"run.py": "from torch import f\ndef f(): ..."}, "run.f", "function run.f"),
    "deleted": ({"run.py": "from torch import f\ndel f"}, "run.f", "nothing"),
    "assignment stays": ({"run.py": "import torch\nload = torch.load"}, "run.load", "variable run.load"),
    "alias on the way": ({"run.py": "import torch\nnn = torch.nn"}, "run.nn.Linear", "external torch.nn.Linear"),
    "alias of a class": (
        {"run.py": "from pkg.impl import C\nD = C"},
        "run.D.m",
        "function pkg.impl.C.m",
    ),
    "computed": (
        {"run.py": "import yaml\nL = getattr(yaml, 'CSafeLoader', yaml.SafeLoader)"},
        "run.L",
        "variable run.L",
    ),
    "lazy structure": (
        {"pkg/__init__.py": "_import_structure = {'impl': ['f']}\nx = _LazyModule(__name__, _import_structure)"},
        "pkg.f",
        "function pkg.impl.f",
    ),
    "lazy structure added to": (
        {"pkg/__init__.py": "_import_structure = {}\nif a:\n    _import_structure['impl'].append('C')"},
        "pkg.C",
        "class pkg.impl.C",
    ),
    "PEP 562 statement": (
        {"pkg/__init__.py": "def __getattr__(name):\n    if name:\n        from .impl import f\n        return f"},
        "pkg.f",
        "function pkg.impl.f",
    ),
    "PEP 562 table": (
        {"pkg/__init__.py": "_T = {'f': '.impl', 'C': ('pkg.impl', 'C')}\ndef __getattr__(name): ..."},
        "pkg.C",
        "class pkg.impl.C",
    ),
    "PEP 562 bare submodule": (
        {"pkg/__init__.py": "_T = {'f': 'impl'}\ndef __getattr__(name): ..."},
        "pkg.f",
        "function pkg.impl.f",
    ),
    "PEP 562 colon": (
        {"pkg/__init__.py": "_T = {'g': 'pkg.impl:f'}\ndef __getattr__(name): ..."},
        "pkg.g",
        "function pkg.impl.f",
    ),
    "lazy-loader": (
        {"pkg/__init__.py": "a, b, c = lazy.attach(__name__, submod_attrs={'impl': ['f']})"},
        "pkg.f",
        "function pkg.impl.f",
    ),
    "table without a hook means nothing": ({"pkg/__init__.py": "_T = {'f': '.impl'}"}, "pkg.f", "nothing"),
    "circle": (
        {"pkg/__init__.py": "from .a import x", "pkg/a.py": "from .b import x", "pkg/b.py": "from .a import x"},
        "pkg.x",
        "nothing",
    ),
    "circle of stars": (
        {"pkg/__init__.py": "from .a import *", "pkg/a.py": "from .b import *", "pkg/b.py": "from .a import *"},
        "pkg.x",
        "nothing",
    ),
    "circle of aliases": ({"run.py": "a = b\nb = a"}, "run.a.c", "nothing"),
}


@pytest.mark.parametrize("case", CASES)
def test_find(build: Build, case: str) -> None:
    files, qualified, expected = CASES[case]
    found = build({"pkg/__init__.py": "", "pkg/impl.py": IMPL, **files}).find(qualified)
    assert shown(found) == expected


def test_a_file_that_shadows_a_library_does_not_swallow_its_names(build: Build) -> None:
    project = build({"datasets.py": "def ours(): ...", "run.py": ""})
    assert shown(project.find_import("run", "datasets", 0, "load_dataset")) == "external datasets.load_dataset"
    assert shown(project.find_import("run", "datasets", 0, "ours")) == "function datasets.ours"


def test_import_from_finds_submodules_and_reports_dead_ends(build: Build) -> None:
    project = build({"pkg/__init__.py": "", "pkg/m.py": "", "tools/t.py": ""})
    assert shown(project.find_import("pkg.m", "", 1, "m")) == "module pkg.m"
    assert shown(project.find_import("pkg.m", "tools", 0, "t")) == "module tools.t"
    assert shown(project.find_import("pkg.m", "generated", 1, "version")) == "nothing"


def test_the_node_of_a_definition_is_the_statement(build: Build) -> None:
    found = build({"run.py": "def f(): ..."}).find("run.f")
    assert found is not None
    assert isinstance(found.node, ir.Function)
    assert found.kind is DefinitionKind.FUNCTION


def test_modules_are_loaded_when_they_are_needed_and_once(parsed: Callable[..., ir.Module]) -> None:
    loaded: list[str] = []

    def loader(name: str, text: str) -> Callable[[], ir.Module]:
        def load() -> ir.Module:
            loaded.append(name)
            return parsed(text, name, f"{name}.py")

        return load

    texts = {"a": "from b import f", "b": "def f(): ...", "c": ""}
    entries = {name: ModuleEntry(f"{name}.py", loader(name, text)) for name, text in texts.items()}
    project = Project(entries, Versions())
    assert loaded == []
    assert shown(project.find("a.f")) == "function b.f"
    assert project.module("a") is project.module("a")
    assert loaded == ["a", "b"]


def test_a_damaged_module_is_a_notification() -> None:
    project = Project({"m": ModuleEntry("m.py", b"\xff\x00")}, Versions())
    assert project.module("m") is None
    assert project.find("m.f") is None
    (said,) = project.notifications
    assert (said.path, said.level) == ("m.py", Level.ERROR)


def test_a_long_chain_ends_as_not_found_instead_of_a_recursion_error(build: Build) -> None:
    files = {f"m{index}.py": f"from m{index + 1} import f" for index in range(400)}
    stars = {f"s{index}.py": f"from s{index + 1} import *" for index in range(400)}
    bases = {"c.py": "class C0: ...\n" + "".join(f"class C{i + 1}(C{i}.X): ...\n" for i in range(400))}
    project = build({**files, **stars, **bases})
    assert project.find("m0.f") is None
    assert shown(project.find("m399.f")) == "external m400.f"
    assert project.find("s0.f") is None
    assert project.method("c.C400", "m") is None
    assert project.find("m0" + ".f" * 5000) is None


def test_many_paths_to_one_name_are_not_walked_one_by_one(build: Build) -> None:
    """Every layer imports both modules of the next: 2**20 paths."""
    files = {
        f"{side}{level}.py": f"from a{level + 1} import *\nfrom b{level + 1} import *"
        for level in range(20)
        for side in "ab"
    }
    assert build({**files, "a20.py": "", "b20.py": ""}).find("a0.missing") is None


def test_a_package_of_many_stars_is_searched_where_the_name_points(parsed: Callable[..., ir.Module]) -> None:
    loaded: list[str] = []

    def loader(name: str, text: str) -> Callable[[], ir.Module]:
        def load() -> ir.Module:
            loaded.append(name)
            return parsed(text, name, f"{name}.py")

        return load

    texts = {f"net_{index:03}": f"class Net{index:03}Model: ..." for index in range(300)}
    texts["zoo"] = "".join(f"from {name} import *\n" for name in texts)
    project = Project({name: ModuleEntry(f"{name}.py", loader(name, text)) for name, text in texts.items()}, Versions())
    assert shown(project.find("zoo.Net007Model")) == "class net_007.Net007Model"
    assert loaded == ["zoo", "net_007"]
    assert project.find("zoo.Nothing") is None
    assert len(loaded) < 150
