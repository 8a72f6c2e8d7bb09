"""Is a table that is read from a file of the project the one that the project has written there?

What is written is looked for in the text of all modules: calls of `to_csv` with a path of constants. The index of a
table is written as a column without a name, and is a column of numbers when the file is read.
"""

import posixpath
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

import msgspec

from analyzer.interpret.facts import RoundTrip
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.spelling import spelling
from analyzer.interpret.values import Place
from analyzer.project.project import Project
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

ASKED_FOR: Final = "round-trip"  # the fact without which nobody asks
MAX_DEPTH: Final = 6

# What gives a table an index that means something: then it is meant to be a column of the file.
_INDEXING: Final = frozenset(
    "set_index groupby pivot pivot_table crosstab value_counts resample describe corr agg aggregate unstack T "
    "transpose index read_sql date_range asfreq explode Series melt from_dict".split()
)
_READING: Final = ("index_col", "usecols", "names", "header", "converters", "skiprows")


class _Written(msgspec.Struct, frozen=True):
    place: Place
    indexed: bool
    sep: str


_INDEX: Final[WeakKeyDictionary[Project, dict[str, list[_Written]]]] = WeakKeyDictionary()


def read(m: "Interpreter", call: Invocation) -> None:
    """`read_csv(path)`: keep it if the project writes another table there than is read."""
    path = call.args.get("filepath_or_buffer")
    if (
        path is None
        or not (text := spelling(path))
        or call.open
        or any(call.arg(name) is not None for name in _READING)
    ):
        return
    written = _written(m.project).get(posixpath.normpath(text), [])
    given = call.arg("sep") or call.arg("delimiter")
    sep = "," if given is None else given.text
    if not written or sep is None:
        return
    last = written[-1]
    if all(each.sep != sep for each in written):
        m.facts.round_trips[call.place] = RoundTrip(last.place, "sep")
    elif all(each.indexed for each in written) and not _knows(m, call.place.module):
        m.facts.round_trips[call.place] = RoundTrip(last.place, "index")


def _knows(m: "Interpreter", module: str) -> bool:
    """Whether a module that reads tables knows of a column without a name, or leaves the first one out."""
    code = m.project.module(module)
    for node in walk(code) if code is not None else ():
        if isinstance(node, ir.Const) and isinstance(node.value, str) and "Unnamed" in node.value:
            return True
        if isinstance(node, ir.Slice) and isinstance(node.lower, ir.Const) and node.lower.value == 1:
            return True
    return False


def _written(project: Project) -> dict[str, list[_Written]]:
    """The tables that a project writes, by the path of the file; read once."""
    found = _INDEX.get(project)
    if found is None:
        found = _INDEX[project] = {}
        for name in sorted(project.paths):
            summary = project.summary(name)
            if summary is not None and "to_csv" in summary.identifiers:
                code = project.module(name)
                if code is not None:
                    _collect(code, found)
    return found


def _collect(code: ir.Module, found: dict[str, list[_Written]]) -> None:
    constants: dict[str, str] = {}
    for statement in code.body:
        target = statement.targets[0] if isinstance(statement, ir.Assign) else None
        if isinstance(statement, ir.Assign) and isinstance(target, ir.Name):
            text = _text(statement.value, constants)
            if text is None or target.id in constants:
                constants.pop(target.id, None)
            else:
                constants[target.id] = text
    for body in (code.body, *(node.body for node in walk(code) if isinstance(node, ir.Function))):
        nodes = [node for statement in body for node in walk(statement) if not isinstance(statement, _DEFINITIONS)]
        calls = [node for node in nodes if isinstance(node, ir.Call) and _name(node) == "to_csv"]
        flat = {id(inner) for node in nodes if _is_flat_grouping(node) for inner in walk(node)} if calls else set()
        named = {node.name for node in nodes if isinstance(node, ir.Attribute) and id(node) not in flat}
        keywords = (
            {key.name for node in nodes if isinstance(node, ir.Call) for key in node.keywords} if calls else set()
        )
        plain = _INDEXING.isdisjoint(named) and keywords.isdisjoint({"index_col", "index_label"})
        for call in calls:
            _add(code.name, call, constants, found, plain=plain)


_DEFINITIONS: Final = (ir.Function, ir.Class)


def _add(
    module: str, call: ir.Call, constants: dict[str, str], found: dict[str, list[_Written]], *, plain: bool
) -> None:
    given = {key.name: key.value for key in call.keywords}
    path = call.args[0] if call.args else given.get("path_or_buf")
    text = _text(path, constants) if path is not None else None
    if text is None or None in given or "mode" in given or "columns" in given:
        return
    index, sep = given.get("index"), given.get("sep")
    kept = index is None or (isinstance(index, ir.Const) and index.value is True)
    written = "," if sep is None else _text(sep, constants)
    if written is not None:
        indexed = kept and plain and "header" not in given
        place = Place(module, call.start, call.end)
        found.setdefault(posixpath.normpath(text), []).append(_Written(place, indexed, written))


def _is_flat_grouping(node: ir.Node) -> bool:
    """Whether groups are summed up with their keys as columns (`groupby("k", as_index=False).agg(…)`)."""
    while isinstance(node, ir.Call | ir.Attribute | ir.Subscript):
        if isinstance(node, ir.Call) and _name(node) == "groupby":
            return any(
                each.name == "as_index" and isinstance(each.value, ir.Const) and each.value.value is False
                for each in node.keywords
            )
        node = node.func if isinstance(node, ir.Call) else node.base
    return False


def _name(call: ir.Call) -> str:
    return call.func.name if isinstance(call.func, ir.Attribute) else ""


def _text(node: ir.Expr, constants: dict[str, str], depth: int = 0) -> str | None:
    """The text that an expression of constants is; None if it is not known."""
    if depth > MAX_DEPTH:
        return None
    match node:
        case ir.Const(value=str() as value):
            return value
        case ir.Name(id=name):
            return constants.get(name)
        case ir.Binary(op="+", left=left, right=right):
            parts = [_text(each, constants, depth + 1) for each in (left, right)]
            return None if None in parts else "".join(part for part in parts if part is not None)
        case ir.Binary(op="/", left=left, right=right):  # of paths
            parts = [_text(each, constants, depth + 1) for each in (left, right)]
            return None if None in parts else posixpath.join(*(part for part in parts if part is not None))
        case ir.Call(func=ir.Attribute(name="joinpath" | "Path") | ir.Name(id="Path"), args=args) if args:
            own = (node.func.base,) if isinstance(node.func, ir.Attribute) and node.func.name == "joinpath" else ()
            texts = [_text(each, constants, depth + 1) for each in (*own, *args)]
            return None if None in texts else posixpath.join(*(text for text in texts if text is not None))
        case ir.Call(func=ir.Attribute(name="join"), args=args) if args:
            texts = [_text(each, constants, depth + 1) for each in args]
            return None if None in texts else posixpath.join(*(text for text in texts if text is not None))
        case ir.FString(parts=parts_):
            texts = [_text(each, constants, depth + 1) for each in parts_]
            return None if None in texts else "".join(text for text in texts if text is not None)
    return None
