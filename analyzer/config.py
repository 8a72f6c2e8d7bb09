"""What is this run asked to do, and who asked for it?

A value comes from a flag, else from an environment variable (`MLVET_FAIL_ON` for `fail-on`), else from `[tool.mlvet]`
of `pyproject.toml`, else it is the default. `pyproject.toml` belongs to the scanned repository, which is not trusted:
it may say what is worth reporting, never where reports go, what is run or what leaves the machine.
"""

import os
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.model.level import Level
from analyzer.model.result import RuleInfo

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

ALL = "all"
PROJECT_FILE = "pyproject.toml"
_TABLE = "[tool.mlvet]"
_TABLE_NAME = b"mlvet"
_VARIABLE_PREFIX = "MLVET_"
_PROJECT_FILE_BYTES = 4 * 2**20
_UNITS = {"": 1, "b": 1, "k": 2**10, "kib": 2**10, "m": 2**20, "mib": 2**20, "g": 2**30, "gib": 2**30}


class ConfigError(Exception):
    """A setting cannot be used; the text names its source, its key and the reason. Exit code 2."""


class Format(StrEnum):
    """How a report is written."""

    TEXT = "text"
    SARIF = "sarif"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


class Profile(StrEnum):
    """Which consumer a SARIF report is made for."""

    SARIF = "sarif"
    GITHUB = "github"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One report to write; an empty path is standard output."""

    format: Format
    path: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """Everything a run can be told, checked.

    A rule is meant by its id (`family/id` or `id`), its family (`family` or `family/`), one of its tags, or `all`.

    Attributes:
        select: words for the rules to run; empty for all.
        ignore: words for the rules not to run.
        per_file_ignores: (glob as in a `.gitignore`, words) for rules whose findings in such files do not count.
        severity: (word, level) in place of the rules' own level; None for a rule that is off.
        exclude: globs, as in a `.gitignore`, of files not to scan unless they are named.
        fail_on: the level at which results make the exit code 1; None for never.
        outputs: the reports to write; at most one to standard output.
        profile: the consumer of SARIF reports.
        sarif_category: SARIF's automation id, which tells apart several runs on one commit.
        baseline: the file of known results.
        diff_base: the revision that lines must have changed since to be reported; empty for every line.
        jobs: number of processes; 0 for one per core.
        max_file_size: in bytes; None for the default of each kind of file.
        cache: whether results of unchanged files may be reused.
        patterns: files and folders of the user's own semgrep rules.
        origins: per setting that is not the default, where it was set: `--fail-on`, `MLVET_FAIL_ON`, `pyproject.toml`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    severity: tuple[tuple[str, Level | None], ...] = ()
    exclude: tuple[str, ...] = ()
    fail_on: Level | None = Level.ERROR
    outputs: tuple[Output, ...] = (Output(format=Format.TEXT),)
    profile: Profile = Profile.SARIF
    sarif_category: str = ""
    baseline: Path | None = None
    diff_base: str = ""
    jobs: int = 0
    max_file_size: int | None = None
    cache: bool = True
    patterns: tuple[Path, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    def runs(self, rule: RuleInfo) -> bool:
        """Whether `rule` is to run: selected, and neither ignored by a word as exact as the selecting one nor off."""
        selected = _exactness(self.select or (ALL,), rule)
        return selected > _exactness(self.ignore, rule) and self.level_of(rule) is not None

    def level_of(self, rule: RuleInfo) -> Level | None:
        """The level that the most exact word of `severity` gives `rule`, else its own; None for off."""
        override = self.override_of(rule)
        return rule.level if override is None else override[0]

    def override_of(self, rule: RuleInfo) -> tuple[Level | None] | None:
        """What `severity` says of `rule`: a 1-tuple of a level or of None for off; None if it says nothing."""
        said = [(_exactness((word,), rule), level) for word, level in self.severity]
        exactness, level = max(said, key=lambda item: item[0], default=(0, None))
        return (level,) if exactness else None

    def ignores_in(self, path: str, rule: RuleInfo) -> bool:
        """Whether findings of `rule` in the file at `path` (relative, POSIX) do not count."""
        return any(
            _exactness(words, rule) and _glob(pattern).match_file(path) for pattern, words in self.per_file_ignores
        )


def load(
    root: Path, flags: Mapping[str, object], environ: Mapping[str, str], *, other_variables: Collection[str] = ()
) -> Config:
    """The configuration of a run.

    Arguments:
        root: the folder whose `pyproject.toml` counts.
        flags: values of command-line options by field of `Config`; None and empty sequences count as not given.
        environ: the environment.
        other_variables: names of `MLVET_…` variables that other parts of the tool read.

    Raises:
        ConfigError: a file, key or value that cannot be used.
    """
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for source in (_from_project(root), _from_environment(environ, other_variables), _from_flags(flags)):
        for name, (value, origin) in source.items():
            values[name], origins[name] = value, origin
    return Config(**values, origins=origins)


def words_of(rules: Iterable[RuleInfo]) -> frozenset[str]:
    """Every word that means one or more of `rules`."""
    words = {ALL}
    for rule in rules:
        words |= {rule.qualified, rule.id, rule.family, f"{rule.family}/", *rule.tags}
    return frozenset(words)


def check_words(config: Config, known: Collection[str]) -> None:
    """Refuse words for rules that mean none.

    Arguments:
        config: as loaded.
        known: the words there are, as `words_of` gives them.

    Raises:
        ConfigError: naming where the word stands and the nearest known one.
    """
    used = {
        "select": config.select,
        "ignore": config.ignore,
        "per_file_ignores": [word for _, words in config.per_file_ignores for word in words],
        "severity": [word for word, _ in config.severity],
    }
    for name, words in used.items():
        for word in words:
            if word not in known:
                where = config.origins.get(name, name)
                where = f"{where}: `{_key(name)}`" if where == PROJECT_FILE else where
                raise ConfigError(f"{where}: no rule, family or tag is called `{word}`{near(word, known)}")


def near(word: str, known: Iterable[str]) -> str:
    """`; did you mean …?` if a known word is near, else an empty string."""
    from difflib import get_close_matches

    matches = get_close_matches(word, sorted(known), n=1)
    return f"; did you mean `{matches[0]}`?" if matches else ""


# --- where values come from ------------------------------------------------------------------------------------------

_Found = dict[str, tuple[Any, str]]


def _from_project(root: Path) -> _Found:
    found: _Found = {}
    for key, value in _project_table(root).items():
        name = key.replace("-", "_")
        where = f"{PROJECT_FILE}: {_TABLE}: `{key}`"
        if "_" in key or name not in _SETTINGS:
            raise ConfigError(f"{where} is not a setting{near(key, map(_key, _SETTINGS))}")
        setting = _SETTINGS[name]
        if not setting.in_project:
            raise ConfigError(
                f"{where} cannot be set by the scanned project; use the flag `--{key}` or the environment variable "
                f"`{_variable(name)}`"
            )
        parsed = _parsed(setting, value, where)
        if isinstance(parsed, Path):
            parsed = _inside(root, parsed, where)
        found[name] = (parsed, PROJECT_FILE)
    return found


def _project_table(root: Path) -> Mapping[str, Any]:
    path = root / PROJECT_FILE
    try:
        if not path.is_file():
            return {}
        with path.open("rb") as stream:
            raw = stream.read(_PROJECT_FILE_BYTES + 1)
    except OSError as error:
        raise ConfigError(f"{PROJECT_FILE}: cannot be read: {error.strerror}") from None
    if len(raw) > _PROJECT_FILE_BYTES:
        raise ConfigError(f"{PROJECT_FILE}: is larger than {_PROJECT_FILE_BYTES // 2**20} MiB")
    if _TABLE_NAME not in raw:
        return {}  # Nothing there concerns this tool, not even whether it is TOML.
    # The parser costs 0.01 s, which only a project with settings pays.
    import tomllib

    try:
        document = tomllib.loads(raw.decode())
    except UnicodeDecodeError:
        raise ConfigError(f"{PROJECT_FILE}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(_toml_message(str(error))) from None
    except RecursionError:
        raise ConfigError(f"{PROJECT_FILE}: is nested too deeply") from None
    tool = document.get("tool", {})
    table = tool.get("mlvet", {}) if isinstance(tool, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{PROJECT_FILE}: `tool.mlvet` is not a table")
    return table


def _toml_message(text: str) -> str:
    place = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", text)
    if place is None:
        return f"{PROJECT_FILE}: is not TOML: {text}"
    line = f":{place[1]}" if place[1] else ""
    return f"{PROJECT_FILE}{line}: is not TOML: {text[: place.start()]}"


def _inside(root: Path, path: Path, where: str) -> Path:
    """A path that the scanned project chose, which must not leave that project."""
    resolved = (root / path).resolve()
    if not resolved.is_relative_to(root.resolve()):
        raise ConfigError(f"{where} leads out of the project")
    return resolved


def _from_environment(environ: Mapping[str, str], other: Collection[str]) -> _Found:
    found: _Found = {}
    names = {_variable(name): name for name in _SETTINGS}
    for variable, value in environ.items():
        if not variable.startswith(_VARIABLE_PREFIX) or variable in other:
            continue
        if variable not in names:
            raise ConfigError(f"{variable}: there is no such setting{near(variable, [*names, *other])}")
        if value:
            name = names[variable]
            found[name] = (_parsed(_SETTINGS[name], value, variable), variable)
    return found


def _from_flags(flags: Mapping[str, object]) -> _Found:
    found: _Found = {}
    for name, value in flags.items():
        if name not in _SETTINGS:
            raise ConfigError(f"--{_key(name)}: there is no such setting{near(name, _SETTINGS)}")
        if value is not None and value not in ((), []):
            flag = f"--{_key(name)}"
            found[name] = (_parsed(_SETTINGS[name], value, flag), flag)
    return found


def _parsed(setting: "_Setting", value: object, where: str) -> Any:
    try:
        return setting.parse(value)
    except ValueError as error:
        raise ConfigError(f"{where}: {error}") from None


# --- what values look like -------------------------------------------------------------------------------------------


def _strings(value: object) -> tuple[str, ...]:
    """A list of strings, or one string with commas."""
    items = value.split(",") if isinstance(value, str) else value
    if not isinstance(items, (list, tuple)) or not all(isinstance(item, str) for item in items):
        raise ValueError("must be a list of strings")
    parts = [part.strip() for item in items for part in item.split(",")]
    return tuple(part for part in parts if part)


def _globs(value: object) -> tuple[str, ...]:
    globs = _strings(value)
    for glob in globs:
        _valid_glob(glob)
    return globs


def _valid_glob(glob: str) -> str:
    try:
        _glob(glob)
    except ValueError:
        raise ValueError(f"`{glob}` is not a glob as in a .gitignore") from None
    return glob


def _pairs(value: object, separator: str) -> list[tuple[str, object]]:
    """A table, or strings like `key=value` as flags and variables have them."""
    if isinstance(value, Mapping):
        return [(str(key), item) for key, item in value.items()]
    pairs: list[tuple[str, object]] = []
    for item in [value] if isinstance(value, str) else value if isinstance(value, (list, tuple)) else [None]:
        key, found, text = item.rpartition(separator) if isinstance(item, str) else ("", "", "")
        if not found or not key:
            raise ValueError(f"must be a table or look like `KEY{separator}VALUE`")
        pairs.append((key.strip(), text.strip()))
    return pairs


def _per_file_ignores(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((_valid_glob(glob), _strings(words)) for glob, words in _pairs(value, ":"))


def _severity(value: object) -> tuple[tuple[str, Level | None], ...]:
    parts = _strings(value) if isinstance(value, (str, list, tuple)) else value
    return tuple((word, _level(level, off="off")) for word, level in _pairs(parts, "="))


def _level(value: object, *, off: str) -> Level | None:
    levels = {level.value: level for level in (Level.NOTE, Level.WARNING, Level.ERROR)}
    chosen = _choice(value, [*levels, off])
    return levels.get(chosen)


def _choice(value: object, choices: Collection[str]) -> str:
    if not isinstance(value, str) or value not in choices:
        known = ", ".join(f"`{choice}`" for choice in choices)
        raise ValueError(f"`{value}` is none of {known}{near(str(value), choices)}")
    return value


def _outputs(value: object) -> tuple[Output, ...]:
    outputs = []
    for item in _strings(value):
        name, _, path = item.partition(":")
        outputs.append(Output(format=Format(_choice(name, [each.value for each in Format])), path=path))
    if sum(not output.path for output in outputs) > 1:
        raise ValueError("only one report can go to standard output; name a file: `sarif:report.sarif`")
    return tuple(outputs)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("must be a string")
    return value


def _path(value: object) -> Path:
    if not isinstance(value, (str, os.PathLike)) or not os.fspath(value):
        raise ValueError("must be a path")
    return Path(value)


def _count(value: object) -> int:
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,4}", str(value)):
        raise ValueError(f"`{value}` is not a number from 0 to 9999")
    return int(str(value))


def _size(value: object) -> int:
    match = re.fullmatch(r"(\d{1,12})\s*([a-z]*)", str(value).lower())
    if match is None or match[2] not in _UNITS or not int(match[1]):
        raise ValueError(f"`{value}` is not a size such as `500 KiB` or `2 MiB`")
    return int(match[1]) * _UNITS[match[2]]


def _switch(value: object) -> bool:
    if isinstance(value, bool):
        return value
    words = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}
    return words[_choice(value.lower() if isinstance(value, str) else value, list(words))]


@dataclass(frozen=True, slots=True)
class _Setting:
    """How a value is read, and whether the scanned project may choose it."""

    parse: Callable[[object], Any]
    in_project: bool = False


_SETTINGS: Mapping[str, _Setting] = {
    "select": _Setting(_strings, in_project=True),
    "ignore": _Setting(_strings, in_project=True),
    "per_file_ignores": _Setting(_per_file_ignores, in_project=True),
    "severity": _Setting(_severity, in_project=True),
    "exclude": _Setting(_globs, in_project=True),
    "fail_on": _Setting(lambda value: _level(value, off="never"), in_project=True),
    "baseline": _Setting(_path, in_project=True),
    "outputs": _Setting(_outputs),
    "profile": _Setting(lambda value: Profile(_choice(value, [each.value for each in Profile]))),
    "sarif_category": _Setting(_text),
    "diff_base": _Setting(_text),
    "jobs": _Setting(_count),
    "max_file_size": _Setting(_size),
    "cache": _Setting(_switch),
    "patterns": _Setting(lambda value: tuple(_path(each) for each in _strings(value))),
}


def _key(name: str) -> str:
    return name.replace("_", "-")


def _variable(name: str) -> str:
    return _VARIABLE_PREFIX + name.upper()


# --- what words mean -------------------------------------------------------------------------------------------------


def _exactness(words: Iterable[str], rule: RuleInfo) -> int:
    """How exactly the best of `words` means `rule`: 3 by its id, 2 by family or tag, 1 by `all`, 0 not at all."""
    meanings = {ALL: 1, **dict.fromkeys((rule.family, f"{rule.family}/", *rule.tags), 2)}
    meanings |= dict.fromkeys((rule.id, rule.qualified), 3)
    return max((meanings.get(word, 0) for word in words), default=0)


@lru_cache(maxsize=256)
def _glob(pattern: str) -> "GitIgnoreSpec":
    # Costs 0.05 s, which only a project with such settings pays.
    from pathspec import GitIgnoreSpec

    return GitIgnoreSpec.from_lines([pattern])
