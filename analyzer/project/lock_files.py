"""Which versions does a lock file record?

The TOML locks are written by machines in one shape, so their package tables are read with a pattern: a complete TOML
parser takes seconds for a large one.
"""

import json
import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from analyzer.project.requirement import Contents, UnreadableFileError
from analyzer.project.version_ranges import from_poetry

_TABLE = re.compile(r"^\[\[packages?\]\][ \t]*(?:#.*)?\r?$", re.MULTILINE)
_KEY = re.compile(r"^(name|version|source)[ \t]*=[ \t]*([^\r\n]*)", re.MULTILINE)
_NEXT_TABLE = re.compile(r"^\[", re.MULTILINE)
_STRING = re.compile(r"""(["'])([^"'\\]*)\1""")
_PYTHON = re.compile(
    r"""^(?:requires-python|requires_python|python-versions)[ \t]*=[ \t]*(["'])([^"'\n]*)\1""", re.MULTILINE
)
_LOCAL_SOURCE = re.compile(r"\b(?:editable|virtual|directory)\b")
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_KNOWN_HEADS = re.compile(r"^(?:version|lock-version|requires-python|\[metadata\])", re.MULTILINE)


def read_toml_lock(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """uv.lock, poetry.lock, pdm.lock or pylock.toml."""
    starts = [found.end() for found in _TABLE.finditer(text)]
    if not starts and text.strip() and not _KNOWN_HEADS.search(text):
        raise UnreadableFileError("it is no lock file in TOML")
    requirements: list[tuple[str, str]] = []
    projects: list[str] = []
    for start, end in pairwise([*starts, len(text)]):
        keys = _keys(text, start, end)
        name, version = _string(keys.get("name", "")), _string(keys.get("version", ""))
        if name and _LOCAL_SOURCE.search(keys.get("source", "")):
            projects.append(name)
        elif name:
            requirements.append((name, f"=={version}" if version else ""))
    if python := _PYTHON.search(text):
        requirements += [("python", alternative) for alternative in from_poetry(python[2])]
    problems = ("it holds a merge conflict; both sides were read",) if _CONFLICT.search(text) else ()
    return Contents(requirements=tuple(requirements), projects=tuple(projects), problems=problems)


def _keys(text: str, start: int, end: int) -> dict[str, str]:
    """The plain keys of one package table, up to its first sub-table."""
    following = _NEXT_TABLE.search(text, start, end)
    stop = following.start() if following else end
    return {found[1]: found[2] for found in _KEY.finditer(text, start, stop)}


def _string(text: str) -> str:
    found = _STRING.match(text)
    return found[2] if found else ""


def read_pipfile_lock(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """Pipfile.lock: the default and development groups."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"it is not JSON ({type(error).__name__})") from error
    if not isinstance(data, dict):
        raise UnreadableFileError("its top level is no object")
    return Contents(requirements=tuple(_locked(data)))


def _locked(data: dict[str, object]) -> Iterator[tuple[str, str]]:
    for group in ("default", "develop"):
        packages = data.get(group)
        for name, entry in packages.items() if isinstance(packages, dict) else ():
            version = entry.get("version") if isinstance(entry, dict) else None
            yield name, version if isinstance(version, str) else ""
    meta = data.get("_meta")
    requires = meta.get("requires") if isinstance(meta, dict) else None
    python = requires.get("python_version") if isinstance(requires, dict) else None
    if isinstance(python, str):
        yield "python", f"=={python}.*"
