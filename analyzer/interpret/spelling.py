"""How is a path put together that is not known in full, so that two of the same make are seen to be the same file?

`folder + "/model.bin"` of the same unknown `folder` is spelt "{main:run.folder}/model.bin" wherever it is written. Of
a text whose end is not known the beginning is kept ("tcp://…"): it names no file, yet says what kind of address it is.
"""

import posixpath
from collections.abc import Iterable
from itertools import takewhile
from typing import Final

from analyzer.interpret.values import Value

MAX_LENGTH: Final = 160  # characters; a longer spelling is given up
REST: Final = "…"  # at the end of a spelling: what follows is not known


def spelling(value: Value) -> str:
    """How a text or path is spelt; "" if that is not known."""
    text = value.text
    if text is not None:
        return text
    return "" if value.spelling.endswith(REST) else value.spelling


def beginning(value: Value) -> str:
    """The constant text that a text certainly begins with; "" if nothing is known of it."""
    text = value.text
    return text if text is not None else value.spelling.partition("{")[0].removesuffix(REST)


def folder(value: Value) -> str:
    """The folder that a path is in, as it is spelt, though the name in it may not be known; "" if it is not."""
    return (spelling(value) or value.spelling.removesuffix(REST)).rpartition("/")[0]


def template(text: str, mark: str, fillings: Iterable[Value] = ()) -> str:
    """The spelling of a text that is filled in where `mark` stands (`"tcp://%s:5" % host`), with its `fillings`."""
    whole = "{}" if mark == "{" else f"{mark}s"
    literals, spelt = text.split(whole), [spelling(each) for each in fillings]
    if len(spelt) == len(literals) - 1 and all(spelt) and mark not in "".join(literals):
        filled = "".join(part for pair in zip(literals, (*spelt, ""), strict=True) for part in pair)
        return filled if len(filled) <= MAX_LENGTH else ""
    head, found, _ = text.partition(mark)
    return head + REST if head and found else ""


def atom(name: str) -> str:
    """The spelling of something that is not known, and is the same wherever it has this name."""
    return f"{{{name.replace('/', '.')}}}"


def put_together(parts: Iterable[Value], *, folders: bool = False) -> str:
    """The spelling of some parts in a row, or of folders and a file in them; the beginning if some are not known."""
    known = list(parts)
    spelt = [spelling(part) for part in known]
    if all(spelt):
        whole = posixpath.join(*spelt) if folders else "".join(spelt)
        return whole if len(whole) <= MAX_LENGTH else ""
    if not known:
        return ""
    if folders:
        whole = posixpath.join(*takewhile(bool, spelt), "") if spelt[0] else ""
        return whole + REST if whole and len(whole) < MAX_LENGTH else ""
    whole = "".join(takewhile(bool, spelt)) or known[0].spelling.removesuffix(REST)
    return whole + REST if whole and len(whole) < MAX_LENGTH else ""


def member(base: Value, name: str) -> str:
    """The spelling of a member or attribute of something that has one."""
    spelt, name = "" if base.spelling.endswith(REST) else base.spelling, name.replace("/", ".")
    if not spelt or len(spelt) >= MAX_LENGTH:
        return ""
    # Inside the braces of an atom, where it cannot be taken for a suffix (`f"{path}.pt"`).
    return f"{spelt[:-1]}.{name}}}" if spelt.rfind("{") == 0 and spelt.endswith("}") else f"{spelt}.{name}"


def spellings(value: Value) -> frozenset[str]:
    """Every way in which a text or path may be spelt; empty if some are not known."""
    texts = frozenset(each.value for each in value.constants if isinstance(each.value, str))
    if texts and not value.unknown:
        return texts
    return frozenset((value.spelling,)) if value.spelling else frozenset()


def suffixes(value: Value | None) -> frozenset[str]:
    """The suffixes (".pt") that a path may have, in lower case; empty if one is not known or there is none."""
    names = (text.rpartition("/")[2] for text in spellings(value)) if value is not None else ()
    found = frozenset("" if name.endswith(("}", REST)) else posixpath.splitext(name)[1].lower() for name in names)
    return frozenset() if "" in found else found
