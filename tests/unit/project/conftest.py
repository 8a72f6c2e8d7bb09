"""How do tests of this folder get a project from a few lines of source?"""

from collections.abc import Callable, Mapping

import pytest

from analyzer.project.names import module_names
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.versions import read_versions
from analyzer.source.file import FileKind, SourceFile
from analyzer.syntax import ir
from analyzer.syntax.codec import encode
from analyzer.syntax.lower import parse

Build = Callable[..., Project]


def module(text: str, name: str = "m", path: str = "m.py") -> ir.Module:
    """The IR of a source text."""
    source = SourceFile(path=path, text=text.encode(), digest="", kind=FileKind.MODULE, raw_lines=())
    return parse(source, name, path.endswith("__init__.py"))


@pytest.fixture
def parsed() -> Callable[..., ir.Module]:
    """The IR of a source text, with a name and a path if they matter."""
    return module


@pytest.fixture
def build() -> Build:
    """A project from path to source text, and from the text of dependency files."""

    def from_files(files: Mapping[str, str], requirements: str = "") -> Project:
        names = module_names(files)
        entries = {name: ModuleEntry(path, encode(module(files[path], name, path))) for path, name in names.items()}
        versions, _ = read_versions({"requirements.txt": requirements.encode()})
        return Project(entries, versions)

    return from_files
