"""Which semgrep rules does the user bring along, and what do they say of themselves?"""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer.config import ConfigError
from analyzer.model.result import RuleInfo
from analyzer.model.rule import Precision
from analyzer.patterns.names import globs_of
from analyzer.patterns.severity import level_of

FAMILY = "patterns"

_MOST_BYTES = 8 * 2**20
_NEEDED = ("id", "languages", "severity", "message")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_CONFIDENCE = {"HIGH": Precision.HIGH, "MEDIUM": Precision.MEDIUM, "LOW": Precision.LOW}


@dataclass(frozen=True, slots=True, kw_only=True)
class UserRule:
    """One semgrep rule that the user gave.

    Attributes:
        info: what reports say of it.
        semgrep_id: the id as it stands in the file; ours is `patterns/` and this.
        path: the file.
        globs: names of the files it is about.
    """

    info: RuleInfo
    semgrep_id: str
    path: Path
    globs: tuple[str, ...]


def load(paths: Iterable[Path], taken: Collection[str] = ()) -> tuple[UserRule, ...]:
    """The rules in files of semgrep rules, and in those below folders, sorted by id.

    In a folder, YAML files without `rules` are passed over, because tests of rules may lie there.

    Args:
        paths: as the user gave them.
        taken: qualified ids that other rules have.

    Raises:
        ConfigError: a path does not exist, a file is no file of rules, a rule lacks what every rule needs, an id
            comes twice. What is wrong with a pattern only semgrep can tell.
    """
    found: dict[str, UserRule] = {}
    for path in paths:
        rules = [rule for file in _files(path) for rule in _rules(file, named=file == path)]
        if not rules:
            raise ConfigError(f"--patterns: `{path}` holds no rules")
        for rule in rules:
            if rule.info.qualified in taken:
                raise ConfigError(f"--patterns: `{rule.path}`: there is already a rule `{rule.info.qualified}`")
            other = found.setdefault(rule.semgrep_id, rule)
            if other is not rule and other.path.resolve() != rule.path.resolve():
                raise ConfigError(
                    f"--patterns: rule `{rule.semgrep_id}` exists twice, in `{other.path}` and in `{rule.path}`"
                )
    return tuple(found[name] for name in sorted(found))


def _files(path: Path) -> list[Path]:
    if path.is_dir():
        found = (each for pattern in ("*.yml", "*.yaml") for each in path.rglob(pattern))
        return sorted(each for each in found if each.is_file() and not each.name.startswith("."))
    if not path.is_file():
        raise ConfigError(f"--patterns: `{path}` does not exist")
    return [path]


def _rules(file: Path, *, named: bool) -> list[UserRule]:
    document = _document(file)
    rules = document.get("rules") if isinstance(document, dict) else None
    if not isinstance(rules, list):
        if named:
            raise ConfigError(f"--patterns: `{file}` has no list called `rules`, as files of semgrep rules have")
        return []
    found = [_rule(file, number, rule) for number, rule in enumerate(rules, start=1)]
    ids = [rule.semgrep_id for rule in found]
    for name in ids:
        if ids.count(name) > 1:
            raise ConfigError(f"--patterns: rule `{name}` exists twice in `{file}`")
    return found


def _document(file: Path) -> Any:
    # Costs 0.03 s with the parser behind it, which only those pay who bring rules along.
    import msgspec

    try:
        if file.stat().st_size > _MOST_BYTES:
            raise ConfigError(f"--patterns: `{file}` is larger than {_MOST_BYTES // 2**20} MiB")
        return msgspec.yaml.decode(file.read_bytes())
    except OSError as error:
        raise ConfigError(f"--patterns: `{file}` cannot be read: {error.strerror}") from None
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        reason = re.sub(r"\s+", " ", str(error)).strip() or type(error).__name__
        raise ConfigError(f"--patterns: `{file}` is not YAML: {reason}") from None


def _rule(file: Path, number: int, rule: object) -> UserRule:
    if not isinstance(rule, dict):
        raise ConfigError(f"--patterns: `{file}`: rule {number} is not a mapping")
    for key in _NEEDED:
        if rule.get(key) in (None, "", []):  # `no` is false to our parser and a text to semgrep's
            which = f"rule `{rule['id']}`" if rule.get("id") else f"rule {number}"
            raise ConfigError(f"--patterns: `{file}`: {which} has no `{key}`")
    name, languages = str(rule["id"]), rule["languages"]
    if not _ID.fullmatch(name):
        raise ConfigError(f"--patterns: `{file}`: `{name}` is no id of letters, digits, `.`, `_` and `-`")
    if not isinstance(languages, list):
        raise ConfigError(f"--patterns: `{file}`: rule `{name}`: `languages` is not a list")
    return UserRule(info=_info(name, rule), semgrep_id=name, path=file, globs=globs_of(map(str, languages)))


def _info(name: str, rule: Mapping[str, Any]) -> RuleInfo:
    said = rule.get("metadata")
    metadata: Mapping[str, Any] = said if isinstance(said, dict) else {}
    message = str(rule["message"]).strip()
    return RuleInfo(
        id=name,
        family=FAMILY,
        title=_title(message, name),
        level=level_of(str(rule["severity"])),
        precision=_precision(metadata),
        tags=_tags(metadata),
        cwe=_weaknesses(metadata.get("cwe")),
        security_severity=_security_severity(metadata),
        since=str(metadata.get("version") or "user"),
        question="",
        markdown=_markdown(message, metadata),
    )


def _title(message: str, name: str) -> str:
    """The first sentence of the message, if it is as short as a title."""
    first = re.split(r"(?<=[.!?])\s", re.sub(r"\s+", " ", message))[0].removesuffix(".")
    return first if 0 < len(first) <= 100 else name.replace("-", " ").replace("_", " ")


def _precision(metadata: Mapping[str, Any]) -> Precision:
    stated = str(metadata.get("precision", "")).lower()
    if stated in {each.value for each in Precision}:
        return Precision(stated)
    return _CONFIDENCE.get(str(metadata.get("confidence", "")).upper(), Precision.MEDIUM)


def _tags(metadata: Mapping[str, Any]) -> tuple[str, ...]:
    parts = [metadata.get("category"), *_listed(metadata.get("tags")), *_listed(metadata.get("technology"))]
    return tuple(dict.fromkeys(str(part) for part in parts if part))


def _weaknesses(value: object) -> tuple[int, ...]:
    """CWE numbers out of `"CWE-502: Deserialization of Untrusted Data"`, `502` or a list of such."""
    found = (re.search(r"(?:CWE-?)?(\d{1,5})", str(each), re.IGNORECASE) for each in _listed(value))
    return tuple(dict.fromkeys(int(match[1]) for match in found if match))


def _security_severity(metadata: Mapping[str, Any]) -> float | None:
    try:
        value = float(str(metadata.get("security-severity")))
    except ValueError:
        return None
    return value if 0 < value <= 10 else None


def _markdown(message: str, metadata: Mapping[str, Any]) -> str:
    parts = [f"## What it finds\n{message}"]
    references = [*_listed(metadata.get("references")), *_listed(metadata.get("source"))]
    if references:
        parts.append("## References\n" + "\n".join(f"- {each}" for each in references))
    return "\n\n".join(parts) + "\n"


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
