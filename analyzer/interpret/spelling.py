"""How is a path put together that is not known in full, so that two of the same make are seen to be the same file?

`folder + "/model.bin"` of the same unknown `folder` is spelt "{main:run.folder}/model.bin" wherever it is written.
"""

import posixpath
from collections.abc import Iterable
from typing import Final

from analyzer.interpret.values import Value

MAX_LENGTH: Final = 160  # characters; a longer spelling is given up


def spelling(value: Value) -> str:
    """How a text or path is spelt; "" if that is not known."""
    text = value.text
    return text if text is not None else value.spelling


def atom(name: str) -> str:
    """The spelling of something that is not known, and is the same wherever it has this name."""
    return f"{{{name.replace('/', '.')}}}"


def put_together(parts: Iterable[Value], *, folders: bool = False) -> str:
    """The spelling of some parts in a row, or of folders and a file in them; "" if one of them has none."""
    spelt = [spelling(part) for part in parts]
    if not all(spelt):
        return ""
    whole = posixpath.join(*spelt) if folders else "".join(spelt)
    return whole if len(whole) <= MAX_LENGTH else ""


def member(base: Value, name: str) -> str:
    """The spelling of a member or attribute of something that has one."""
    return f"{base.spelling}.{name.replace('/', '.')}" if base.spelling and len(base.spelling) < MAX_LENGTH else ""
