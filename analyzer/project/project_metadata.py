"""Which dependencies does a project's own metadata ask for: pyproject.toml, Pipfile, setup.cfg?"""

import re
from collections.abc import Iterator, Mapping

from analyzer.project.requirement import Contents, UnreadableFileError, split_requirements
from analyzer.project.version_ranges import from_poetry

_LARGEST = 1024 * 1024

# The standard library takes time quadratic in the parts of a dotted key. The look-behind keeps this search linear.
_ENDLESS_KEY = re.compile(r"""(?<![\w"'.-])(?:[\w"'-]++[ \t]*+\.[ \t]*+){100}""")

_Pairs = Iterator[tuple[str, str]]


def read_pyproject(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """[project], [dependency-groups], [tool.poetry] and [tool.pdm.dev-dependencies] of a pyproject.toml."""
    data = _toml(text)
    project, poetry = _table(data, "project"), _table(data, "tool", "poetry")
    requirements = (
        *_standard(project),
        *_groups(_table(data, "dependency-groups")),
        *_groups(_table(data, "tool", "pdm", "dev-dependencies")),
        *_poetry(poetry),
    )
    names = (table.get("name") for table in (project, poetry))
    return Contents(requirements=requirements, projects=tuple(name for name in names if isinstance(name, str)))


def _toml(text: str) -> dict[str, object]:
    import tomllib

    _refuse_large(text)
    if _ENDLESS_KEY.search(text):
        raise UnreadableFileError("it has a key of more than 100 parts")
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"it is not TOML ({str(error)[:120] or type(error).__name__})") from error


def _refuse_large(text: str) -> None:
    """Metadata is written by hand; the parsers of the standard library are slow on megabytes."""
    if len(text) > _LARGEST:
        raise UnreadableFileError(f"it has {len(text)} characters, more than {_LARGEST}")


def _table(data: dict[str, object], *keys: str) -> dict[str, object]:
    """A nested table, empty if it or one around it is missing or something else."""
    here: object = data
    for key in keys:
        here = here.get(key) if isinstance(here, dict) else None
    return here if isinstance(here, dict) else {}


def _standard(project: dict[str, object]) -> _Pairs:
    yield from split_requirements(_list(project.get("dependencies")))
    yield from _groups(_table(project, "optional-dependencies"))
    python = project.get("requires-python")
    if isinstance(python, str):
        yield "python", python.replace(" ", "")


def _groups(groups: dict[str, object]) -> _Pairs:
    for group in groups.values():
        yield from split_requirements(_list(group))


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _poetry(poetry: dict[str, object]) -> _Pairs:
    tables = [_table(poetry, "dependencies"), _table(poetry, "dev-dependencies")]
    groups = _table(poetry, "group")
    tables += [_table(groups, name, "dependencies") for name in groups]
    for table in tables:
        yield from _constraints(table)


def _constraints(table: dict[str, object]) -> _Pairs:
    """Entries `name = "^1"`, `name = {version = "^1", …}` or a list of such; paths, URLs and VCS say no version."""
    for name, value in table.items():
        for entry in value if isinstance(value, list) else [value]:
            version = entry.get("version", "") if isinstance(entry, dict) else entry
            for alternative in from_poetry(version) if isinstance(version, str) else ("",):
                yield name, alternative


def read_pipfile(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """A Pipfile: [packages], [dev-packages] and the interpreter."""
    data = _toml(text)
    requirements = [*_constraints(_table(data, "packages")), *_constraints(_table(data, "dev-packages"))]
    python = _table(data, "requires").get("python_version")
    if isinstance(python, str):
        requirements.append(("python", f"=={python}.*"))
    return Contents(requirements=tuple(requirements))


def read_setup_cfg(path: str, text: str, files: Mapping[str, bytes]) -> Contents:
    """install_requires, extras and python_requires of a setup.cfg."""
    import configparser

    _refuse_large(text)
    parser = configparser.ConfigParser(interpolation=None, strict=False)
    try:
        parser.read_string(text)
    except (configparser.Error, ValueError) as error:
        raise UnreadableFileError(f"it is no configuration file ({type(error).__name__})") from error
    lines = parser.get("options", "install_requires", fallback="").splitlines()
    if parser.has_section("options.extras_require"):
        lines += [line for _, value in parser.items("options.extras_require") for line in value.splitlines()]
    requirements = [*split_requirements(line for line in lines if line.strip() and not line.startswith("#"))]
    if python := parser.get("options", "python_requires", fallback=""):
        requirements.append(("python", python.replace(" ", "")))
    name = parser.get("metadata", "name", fallback="")
    return Contents(requirements=tuple(requirements), projects=(name,) if name else ())
