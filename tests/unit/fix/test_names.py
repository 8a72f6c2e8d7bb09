"""By which name does a module reach an API, and when is that not certain?"""

import pytest

from analyzer.fix.names import Names
from analyzer.syntax import ir
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import walk
from tests.unit.fix.sources import source


def _names(text: str) -> tuple[Names, ir.Expr, int]:
    """The names of a module, the callee of its last call, and where that begins."""
    module = parse(source(text), "module", False)
    calls = [node for node in walk(module) if isinstance(node, ir.Call)]
    return Names(module), calls[-1].func, calls[-1].start


@pytest.mark.parametrize(
    ("text", "qualified"),
    [
        ("import yaml\nyaml.load(x)", "yaml.load"),
        ("import yaml as y\ny.load(x)", "yaml.load"),
        ("import ruamel.yaml\nruamel.yaml.load(x)", "ruamel.yaml.load"),
        ("from ruamel import yaml\nyaml.load(x)", "ruamel.yaml.load"),
        ("from yaml import load as read\nread(x)", "yaml.load"),
        ("try:\n    import yaml\nexcept ImportError:\n    yaml = None\nyaml.load(x)", "yaml.load"),
        ("def f():\n    import yaml\n    yaml.load(x)", "yaml.load"),
        ("import yaml\nclass C:\n    def yaml(self): pass\nyaml.load(x)", "yaml.load"),
        ("import a as yaml\nimport yaml\nyaml.load(x)", None),
        ("import yaml\nyaml = wrap(1)\nyaml.load(x)", None),
        ("import yaml\nfor yaml in x: pass\nyaml.load(x)", None),
        ("import yaml\nwith x as yaml: pass\nyaml.load(x)", None),
        ("import yaml\n[yaml for yaml in x]\nyaml.load(x)", None),
        ("import yaml\nif (yaml := 1): yaml.load(x)", None),
        ("import yaml\ndef f(yaml): yaml.load(x)", None),
        ("import yaml\ntry: pass\nexcept E as yaml: yaml.load(x)", None),
        ("import yaml\nmatch x:\n    case yaml: yaml.load(x)", None),
        ("import yaml\ndef yaml(): pass\nyaml.load(x)", None),
        ("from . import yaml\nyaml.load(x)", None),
        ("from yaml import *\nload(x)", None),
        ("getattr(yaml, 'load')(x)", None),
        ("self.yaml.load(x)", None),
    ],
)
def test_a_callee_is_what_imports_say(text: str, qualified: str | None) -> None:
    names, callee, _ = _names(text)
    assert names.qualified(callee) == qualified


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("import yaml\nf()", "yaml.safe_load"),
        ("import yaml as y\nf()", "y.safe_load"),
        ("from yaml import safe_load as s\nf()", "s"),
        ("from yaml import load\nf()", None),
        ("f()\nimport yaml", None),
        ("def g():\n    import yaml\nf()", None),
        ("try:\n    import yaml\nexcept ImportError: pass\nf()", None),
        ("import yaml\nyaml = 1\nf()", None),
        ("import yaml.loader\nf()", "yaml.safe_load"),
    ],
)
def test_an_api_is_reached_by_what_is_certain_to_be_imported(text: str, name: str | None) -> None:
    names, _, before = _names(text)
    assert names.reaching("yaml.safe_load", before) == name


def test_a_submodule_must_have_been_imported() -> None:
    assert _names("import a.b\nf()")[0].reaching("a.b.c", 99) == "a.b.c"
    assert _names("import a.b as m\nf()")[0].reaching("a.b.c", 99) == "m.c"
    assert _names("from a import b\nf()")[0].reaching("a.b.c", 99) == "b.c"
    assert _names("import a\nf()")[0].reaching("a.b.c", 99) is None
