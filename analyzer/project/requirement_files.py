"""What do line-based dependency files say: requirements, constraints and conda environments?"""

import re
from collections.abc import Iterator, Mapping
from posixpath import dirname, join, normpath

from analyzer.project.requirement import Contents, split_requirement
from analyzer.project.version_ranges import from_poetry

_COMMENT = re.compile(r"(^|\s)#.*$")
_OPTION = re.compile(r"(?:-(?P<short>[rc])\s*|--(?P<long>requirement|constraint)[\s=]+)(?P<path>.+)$")
_LONGEST_LINE = 2000
_DEEPEST_INCLUDE = 10
_CONDA = re.compile(r"(?:[\w-]+::)?(?P<name>[A-Za-z0-9][\w.-]*)\s*(?P<rest>[=<>!~ ].*)?$")


def read_requirements(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """A pip requirements or constraints file, with the files it includes; URLs, paths and editables are skipped."""
    problems: list[str] = []
    requirements = tuple(_requirements(path, text, files, problems, (path,)))
    return Contents(requirements=requirements, problems=tuple(problems))


def _requirements(
    path: str, text: str, files: Mapping[str, bytes], problems: list[str], trail: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    for line in _logical_lines(text):
        if option := _OPTION.match(line):
            yield from _included(normpath(join(dirname(path), option["path"].strip())), files, problems, trail)
        elif not line.startswith("-") and (found := split_requirement(line)) is not None:
            yield found


def _included(
    path: str, files: Mapping[str, bytes], problems: list[str], trail: tuple[str, ...]
) -> Iterator[tuple[str, str]]:
    if path in trail:
        return
    content = files.get(path)
    if content is None or len(trail) > _DEEPEST_INCLUDE:
        problems.append(f"`{path}`, which it includes, is " + ("missing" if content is None else "nested too deep"))
        return
    yield from _requirements(path, content.decode("utf-8", "replace"), files, problems, (*trail, path))


def _logical_lines(text: str) -> Iterator[str]:
    """Lines without comments and options such as `--hash`, continuations joined; none longer than any real one."""
    for line in re.sub(r"\\\r?\n", " ", text).splitlines():
        bare = _COMMENT.sub("", line).strip().partition(" --")[0]
        if 0 < len(bare) <= _LONGEST_LINE:
            yield bare


def read_conda(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """A conda environment: items under `dependencies:`, and those of a nested `pip:`, as requirements."""
    requirements: list[tuple[str, str]] = []
    inside, pip_indent = False, -1
    for line in text.splitlines():
        bare = _COMMENT.sub("", line).rstrip()
        if not bare or len(bare) > _LONGEST_LINE:
            continue
        indent = len(bare) - len(bare.lstrip())
        item = bare.lstrip()
        if not item.startswith("-"):
            inside, pip_indent = item == "dependencies:" if indent == 0 else inside, -1
            continue
        value = item[1:].strip().strip("\"'")
        if not inside:
            continue
        if value == "pip:":
            pip_indent = indent
        elif 0 <= pip_indent < indent:
            requirements += [found] if (found := split_requirement(value)) else []
        else:
            pip_indent = -1
            requirements += [found] if (found := _conda_item(value)) else []
    return Contents(requirements=tuple(requirements))


def _conda_item(value: str) -> tuple[str, str] | None:
    """`numpy=1.26`, `numpy==1.26.4`, `numpy=1.26=build`, `numpy>=1.2,<2` or `numpy 1.26.*`."""
    found = _CONDA.match(value.split("[", 1)[0].strip())
    if found is None:
        return None
    rest = (found["rest"] or "").strip()
    exact = re.fullmatch(r"(={0,2})\s*([\w.*+]+?)(?:\s*=[\w.*]+)?", rest)
    if exact is None:
        return found["name"], " ".join(from_poetry(rest)[:1])
    version = exact[2]
    fuzzy = exact[1] != "==" and not version.endswith("*")
    return found["name"], f"=={version}.*" if fuzzy else "" if version == "*" else f"=={version}"
