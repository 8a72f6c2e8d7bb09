"""What does one requirement say, and what does a reader of a dependency file hand back?"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_LONGEST = 2000
_REQUIREMENT = re.compile(r"([A-Za-z0-9][\w.-]*)\s*(?:\[[^\]]*\])?\s*\(?([^;@()]*)\)?\s*(?:;|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a reader found in a file.

    Attributes:
        requirements: (distribution as written, PEP 440 specifier), "python" for the interpreter.
        projects: names of the projects that the file is about, which are no dependencies.
        problems: parts that were left out, as sentences' ends.
    """

    requirements: tuple[tuple[str, str], ...] = ()
    projects: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


class UnreadableFileError(Exception):
    """A dependency file cannot be understood; the text says why, in words that follow "…: "."""


def split_requirement(text: str) -> tuple[str, str] | None:
    """Name and specifier of a PEP 508 requirement; extras and markers are dropped, and None is a URL or no requirement.

    A marker is ignored because the analysed program may run anywhere.
    """
    found = _REQUIREMENT.match(text.strip()) if len(text) <= _LONGEST else None
    if found is None or "@" in text.partition(";")[0] or "/" in found[2]:
        return None
    return found[1], found[2].replace(" ", "").strip(",")


def split_requirements(texts: Iterable[object]) -> Iterator[tuple[str, str]]:
    """Name and specifier of every text that is a requirement."""
    for text in texts:
        if isinstance(text, str) and (found := split_requirement(text)) is not None:
            yield found
