"""Does a name that becomes another API get there, with the import that brings it?"""

import pytest

from analyzer.fix.edits import Editable
from analyzer.model.finding import Action, Change, Remedy
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read


def _source(text: str) -> SourceFile:
    found = read(Candidate(path="a.py", absolute="a.py", kind=FileKind.MODULE, content=text.encode()))
    assert isinstance(found, SourceFile)
    return found


def _renamed(text: str, name: str = "float") -> str | None:
    source = _source(text)
    start = text.index(f": {name}") + 2
    at = source.location(start, start + len(name))
    change = Change(action=Action.NAME, at=at, name="pydantic.FiniteFloat", code="BaseModel")
    fix = Editable(source).fix(Remedy(title="t", changes=(change,), safe=False))
    if fix is None:
        return None
    lines = text.splitlines(keepends=True)
    for edit in sorted(fix.edits, key=lambda edit: edit.at, reverse=True):
        assert edit.at.line == edit.at.end_line
        line = lines[edit.at.line - 1]
        lines[edit.at.line - 1] = line[: edit.at.column - 1] + edit.text + line[edit.at.end_column - 1 :]
    return "".join(lines)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "from pydantic import BaseModel\n\nclass A(BaseModel):\n    x: float\n",
            "from pydantic import BaseModel, FiniteFloat\n\nclass A(BaseModel):\n    x: FiniteFloat\n",
        ),
        (
            "from pydantic import BaseModel, FiniteFloat as F\n\nclass A(BaseModel):\n    x: float\n",
            "from pydantic import BaseModel, FiniteFloat as F\n\nclass A(BaseModel):\n    x: F\n",
        ),
        (
            "import pydantic\n\nclass A(pydantic.BaseModel):\n    x: float = 0.0\n",
            "import pydantic\n\nclass A(pydantic.BaseModel):\n    x: pydantic.FiniteFloat = 0.0\n",
        ),
    ],
)
def test_a_name_becomes_an_api(before: str, after: str) -> None:
    assert _renamed(before) == after


def test_what_is_no_name_stays() -> None:
    assert (
        _renamed("from pydantic import BaseModel\n\nclass A(BaseModel):\n    x: list[float]\n", "list[float]") is None
    )
