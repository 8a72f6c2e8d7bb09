"""Which versions does a requirement allow?"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from packaging.specifiers import Specifier
    from packaging.version import Version

_LONGEST = 500
_RELEASE = re.compile(r"v?(\d+(?:\.\d+)*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionSet:
    """The versions of one distribution that a file allows.

    Attributes:
        alternatives: PEP 440 specifier texts, one of which holds ("==2.6.0", ">=2,<3"); "" allows everything.
        source: path of the file that says so.
        locked: whether the file records what is installed, not what would do.
    """

    alternatives: tuple[str, ...]
    source: str
    locked: bool = False

    def at_least(self, version: str) -> bool | None:
        """True if every allowed version is `version` or newer, False if every one is older, else None."""
        answers = {_at_least(alternative, version) for alternative in self.alternatives}
        return answers.pop() if len(answers) == 1 else None

    @property
    def bounded(self) -> bool:
        """Whether anything is said about the version at all."""
        return any(self.alternatives)

    def admits(self, other: "VersionSet") -> bool:
        """Whether every pin of `other` is allowed here; False if `other` has anything but pins."""
        pins = [text.removeprefix("==") for text in other.alternatives]
        return all(any(_contains(mine, pin) for mine in self.alternatives) for pin in pins)

    def __str__(self) -> str:
        return " or ".join(text or "any version" for text in self.alternatives)


@lru_cache(maxsize=1024)
def _at_least(specifier: str, version: str) -> bool | None:
    from packaging.version import Version

    try:
        wanted = Version(version)
        bounds = [bound for clause in _clauses(specifier) for bound in _bounds(clause)]
    except ValueError:
        return None
    if any(above and limit >= wanted for above, limit, _ in bounds):
        return True
    if any(not above and (limit < wanted or (limit == wanted and open_)) for above, limit, open_ in bounds):
        return False
    return None


def _clauses(specifier: str) -> "list[Specifier]":
    from packaging.specifiers import SpecifierSet

    if len(specifier) > _LONGEST:
        return []
    return list(SpecifierSet(specifier))


def _bounds(clause: "Specifier") -> "list[tuple[bool, Version, bool]]":
    """The bounds of a clause as (is a lower bound, limit, limit itself excluded)."""
    from packaging.version import Version

    text, operator = clause.version, clause.operator
    if operator == "!=":
        return []
    if operator in ("==", "===") and not text.endswith(".*"):
        return [(True, Version(text), False), (False, Version(text), False)]
    low = Version(text.removesuffix(".*"))
    match operator:
        case ">=" | ">":
            return [(True, low, operator == ">")]
        case "<=" | "<":
            return [(False, low, operator == "<")]
        case "~=":
            return [(True, low, False), (False, _next(low.release[:-1]), True)]
        case _:
            return [(True, low, False), (False, _next(low.release), True)]


def _next(release: tuple[int, ...]) -> "Version":
    """The first version after all that begin with `release`."""
    from packaging.version import Version

    return Version(".".join(map(str, (*release[:-1], release[-1] + 1))))


def _contains(specifier: str, pin: str) -> bool:
    from packaging.specifiers import SpecifierSet

    if len(specifier) > _LONGEST:
        return False
    try:
        return SpecifierSet(specifier).contains(pin, prereleases=True)
    except ValueError:
        return False


def from_poetry(constraint: str) -> tuple[str, ...]:
    """A Poetry or conda-like constraint (`^1.2`, `~1.2`, `1.*`, `>=1,<2`, `a || b`) as PEP 440 alternatives."""
    return tuple(_poetry_alternative(part) for part in re.split(r"\|\|?", constraint[:_LONGEST]))


def _poetry_alternative(text: str) -> str:
    clauses = (_poetry_clause(clause) for clause in re.split(r"\s*,\s*|\s+(?=[\^~<>=!])", text.strip()))
    return ",".join(clause for clause in clauses if clause)


def _poetry_clause(text: str) -> str:
    text = text.replace(" ", "")
    if text in ("", "*"):
        return ""
    if text[0] in "<>!" or text.startswith(("==", "~=")):
        return text
    if text[0] in "^~":
        return _caret_or_tilde(text)
    return f"=={text.lstrip('=')}"


def _caret_or_tilde(text: str) -> str:
    """`^1.2` allows what keeps the first non-zero number, `~1.2` what keeps the second number."""
    low = text[1:]
    found = _RELEASE.match(low)
    if found is None or len(found[1]) > 50:
        return ""
    release = [int(part) for part in found[1].split(".")]
    if text[0] == "~":
        keep = min(len(release), 2)
    else:
        keep = next((index + 1 for index, number in enumerate(release) if number), len(release))
    high = [*release[: keep - 1], release[keep - 1] + 1]
    return f">={low},<{'.'.join(map(str, high))}"
