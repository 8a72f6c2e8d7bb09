"""Whose child is a class, and where does a method come from?"""

from collections.abc import Callable

import pytest

from analyzer.project.project import Project

Build = Callable[..., Project]

FILES = {
    "base.py": "import torch.nn as nn\nfrom abc import ABC\nclass Net(nn.Module, ABC):\n    def forward(self): ...\n"
    "    @property\n    def size(self): ...\n    @size.setter\n    def size(self, to): ...\n",
    "mid.py": "import base\nfrom typing import Generic, T\nclass Mid(base.Net, Generic[T]):\n    mode = 1\n",
    "leaf.py": "from mid import Mid as M\nAlias = M\nclass Leaf(Alias):\n    def own(self): ...\n"
    "class Other(with_metaclass(Meta, Leaf)): ...\nclass Loop(Loop2): ...\nclass Loop2(Loop): ...\n"
    "class Outer:\n    class A:\n        def deep(self): ...\n    class B(A): ...\n"
    "class Made(namedtuple('N', 'a')): ...\n",
}


@pytest.mark.parametrize(
    ("name", "bases"),
    [
        ("base.Net", ("torch.nn.Module", "abc.ABC")),
        ("mid.Mid", ("base.Net", "typing.Generic")),
        ("leaf.Leaf", ("mid.Mid",)),
        ("leaf.Other", ("leaf.Leaf",)),
        ("leaf.Outer.B", ("leaf.Outer.A",)),
        ("leaf.Made", ()),
    ],
)
def test_bases(build: Build, name: str, bases: tuple[str, ...]) -> None:
    project = build(FILES)
    found = project.find(name)
    assert found is not None
    assert project.bases(found) == bases


@pytest.mark.parametrize(
    ("name", "method", "found"),
    [
        ("leaf.Leaf", "own", "leaf.Leaf.own"),
        ("leaf.Leaf", "forward", "base.Net.forward"),
        ("leaf.Other", "forward", "base.Net.forward"),
        ("leaf.Alias", "forward", "base.Net.forward"),
        ("leaf.Leaf", "mode", "mid.Mid.mode"),
        ("leaf.Outer.B", "deep", "leaf.Outer.A.deep"),
        ("leaf.Loop", "anything", None),
        ("leaf.Nobody", "anything", None),
    ],
)
def test_method(build: Build, name: str, method: str, found: str | None) -> None:
    definition = build(FILES).method(name, method)
    assert (definition and definition.qualified) == found


def test_a_property_is_found_by_its_getter(build: Build) -> None:
    found = build(FILES).method("base.Net", "size")
    assert found is not None and found.node is not None
    assert len(getattr(found.node, "parameters", ())) == 1


def test_external_bases_are_those_of_all_ancestors(build: Build) -> None:
    project = build(FILES)
    assert project.external_bases("leaf.Other") == {"torch.nn.Module", "abc.ABC", "typing.Generic"}
    assert project.external_bases("leaf.Loop") == frozenset()
