"""Which results were known before?"""

import hashlib
import json
import os
import re
import tempfile
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from analyzer.config import ConfigError
from analyzer.model.finding import Finding
from analyzer.model.result import BaselineState, Result

KEY = "mlvet/v1"
_VERSION = 1
_MAX_BYTES = 64 * 2**20
_SPACE = re.compile(r"\s+")
_JSON_LINE_END = re.compile(r'(?:\\n)?"?,?\s*$')


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Entry:
    """A known result; `path` and `rule` are there for people and for merges, `fingerprint` decides."""

    path: str
    rule: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """The known results of a project."""

    entries: frozenset[Entry] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Results with their baseline state, and how many known results are no longer found."""

    results: tuple[Result, ...]
    absent: int


def fingerprint(finding: Finding, lines: Sequence[str], occurrence: int) -> str:
    """What identifies a finding while lines above it move and messages are reworded, in hex.

    It is made of the rule, the path, the text of the finding's first line without regard to spacing and, where
    several findings agree in all that, their order.

    Arguments:
        finding: the finding.
        lines: the lines of its file on disk, without line ends.
        occurrence: 0 for the first finding with the same rule, path and text.
    """
    parts = (finding.rule_id, finding.at.path, _text(finding, lines), str(occurrence))
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def with_fingerprints(results: Iterable[Result], lines: Mapping[str, Sequence[str]]) -> tuple[Result, ...]:
    """The results, in their order, each with its fingerprint under `mlvet/v1`.

    Arguments:
        results: all results of a run, because equal ones are told apart by their order in the file.
        lines: per path, the lines of the file on disk, without line ends; see `Run.lines`.
    """
    results = tuple(results)
    seen: Counter[tuple[str, str, str]] = Counter()
    marks: dict[int, str] = {}
    for index in sorted(range(len(results)), key=lambda index: results[index].finding.at):
        finding = results[index].finding
        text = lines.get(finding.at.path, ())
        group = (finding.rule_id, finding.at.path, _text(finding, text))
        marks[index] = fingerprint(finding, text, seen[group])
        seen[group] += 1
    return tuple(_marked(result, marks[index]) for index, result in enumerate(results))


def write(results: Iterable[Result], path: Path) -> int:
    """Write the results that are not suppressed as the baseline file, and say how many they are.

    One result stands on one line, sorted, so that two branches that add results merge.

    Arguments:
        results: as `with_fingerprints` gives them.
        path: the file, which may exist.

    Raises:
        ConfigError: the file cannot be written; an older one is left as it was.
    """
    entries = sorted({_entry(result) for result in results if not result.suppressions})
    rows = ",\n".join(
        json.dumps({"path": entry.path, "rule": entry.rule, "fingerprint": entry.fingerprint}) for entry in entries
    )
    text = f'{{\n"version": {_VERSION},\n"results": [\n{rows}\n]\n}}\n'
    try:
        _replace(path, text)
    except OSError as error:
        raise ConfigError(f"baseline `{path}`: cannot be written: {error.strerror}") from None
    return len(entries)


def load(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        ConfigError: missing, damaged or written by a newer version of the tool.
    """
    where = f"baseline `{path}`"
    try:
        if path.exists() and not path.is_file():
            raise ConfigError(f"{where}: is not a regular file")
        with path.open("rb") as stream:
            raw = stream.read(_MAX_BYTES + 1)
        if len(raw) > _MAX_BYTES:
            raise ConfigError(f"{where}: is larger than {_MAX_BYTES // 2**20} MiB")
        document = json.loads(raw.decode())
    except OSError as error:
        raise ConfigError(f"{where}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ConfigError(f"{where}: is damaged: not UTF-8") from None
    except json.JSONDecodeError as error:
        raise ConfigError(f"{where}: is damaged: line {error.lineno}: {error.msg}") from None
    except RecursionError:
        raise ConfigError(f"{where}: is damaged: nested too deeply") from None
    return Baseline(entries=frozenset(_entries(document, where)))


def compare(results: Iterable[Result], baseline: Baseline, scanned: Collection[str] | None = None) -> Comparison:
    """Tell the results that the baseline knows from new ones.

    Arguments:
        results: with fingerprints; one without is new.
        baseline: what is known.
        scanned: the paths that were analysed: known results elsewhere are not missing. None for everything.
    """
    known = {entry.fingerprint for entry in baseline.entries}
    found = set()
    compared = []
    for result in results:
        mark = dict(result.fingerprints).get(KEY, "")
        found.add(mark)
        state = BaselineState.UNCHANGED if mark in known else BaselineState.NEW
        compared.append(replace(result, baseline_state=state))
    looked_for = [entry for entry in baseline.entries if scanned is None or entry.path in scanned]
    absent = sum(entry.fingerprint not in found for entry in looked_for)
    return Comparison(results=tuple(compared), absent=absent)


def _text(finding: Finding, lines: Sequence[str]) -> str:
    """The finding's first line, spaces evened out; in a notebook, only the part that the finding covers.

    A line of a notebook's file is JSON: all of a notebook may stand on one.
    """
    at = finding.at
    line = lines[at.line - 1] if 0 < at.line <= len(lines) else ""
    if at.cell is not None:
        line = line[at.column - 1 : at.end_column - 1 if at.end_line == at.line else None]
        line = _JSON_LINE_END.sub("", line)
    return _SPACE.sub(" ", line).strip()


def _marked(result: Result, mark: str) -> Result:
    others = tuple(item for item in result.fingerprints if item[0] != KEY)
    return replace(result, fingerprints=(*others, (KEY, mark)))


def _entry(result: Result) -> Entry:
    finding = result.finding
    return Entry(path=finding.at.path, rule=finding.rule_id, fingerprint=dict(result.fingerprints)[KEY])


def _entries(document: Any, where: str) -> Iterable[Entry]:
    version = document.get("version") if isinstance(document, dict) else None
    if not isinstance(version, int):
        raise ConfigError(f"{where}: is not a baseline of this tool")
    if version != _VERSION:
        raise ConfigError(f"{where}: has version {version}, this tool reads version {_VERSION}; write it anew")
    rows = document.get("results")
    if not isinstance(rows, list):
        raise ConfigError(f"{where}: is damaged: `results` is not a list")
    for number, row in enumerate(rows, 1):
        fields = [row.get(key) if isinstance(row, dict) else None for key in ("path", "rule", "fingerprint")]
        path, rule, mark = fields
        if not (isinstance(path, str) and isinstance(rule, str) and isinstance(mark, str)):
            raise ConfigError(f"{where}: is damaged: result {number} lacks a path, rule or fingerprint")
        yield Entry(path=path, rule=rule, fingerprint=mark)


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise
