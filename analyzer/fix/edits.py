"""Which edits does a remedy come to in one file?

Files are parsed with our own fast parser; only calls that change are shown to LibCST, each by itself. What cannot be
changed for certain gets no fix, the finding stays.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from analyzer.fix.calls import Alteration, Unchangeable, altered
from analyzer.fix.hunks import hunks
from analyzer.fix.imports import extended, place_for_import
from analyzer.fix.moves import fitted_below
from analyzer.fix.names import Names
from analyzer.fix.statements import blocks, deletion
from analyzer.model.finding import Action, Change, Edit, Fix, Remedy
from analyzer.model.location import Location
from analyzer.model.result import Notification
from analyzer.source import notebook
from analyzer.source.file import FileKind, SourceFile
from analyzer.syntax import ir
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import children, walk

Replacement = tuple[int, int, str]
"""Start and end in the Python text of a file, in bytes, and what comes there."""

_DEEPEST = 150  # LibCST recurses; so deep a call is written by a machine


class Editable:
    """One file with findings that can be cured."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self._module = parse(source, "module", False)
        self._names: Names | None = None
        self._calls: Mapping[int, Sequence[ir.Call]] | None = None

    def holds(self, remedy: Remedy) -> bool:
        """Whether all changes are changes of this file."""
        places = [place for change in remedy.changes for place in (change.at, change.below) if place is not None]
        return bool(places) and all(place.path == self._source.path for place in places)

    def fix(self, remedy: Remedy) -> Fix | None:
        """The edits that a remedy comes to; None if it cannot be done without a risk, or changes nothing."""
        by_place: dict[Location, list[Change]] = {}
        for change in remedy.changes:
            by_place.setdefault(change.at, []).append(change)
        try:
            found = [each for at, changes in by_place.items() for each in self._replacements(at, changes)]
        except Unchangeable:
            return None
        ordered = sorted(dict.fromkeys(found))
        if not ordered or any(left[1] > right[0] for left, right in pairwise(ordered)):
            return None
        edits = tuple(Edit(at=self._source.location(start, end), text=text) for start, end, text in ordered)
        if self._source.kind is FileKind.NOTEBOOK and not self._reads_as(edits, ordered):
            return None
        return Fix(title=remedy.title, edits=edits, safe=remedy.safe)

    @property
    def names(self) -> Names:
        """The names of the module, looked through once."""
        if self._names is None:
            self._names = Names(self._module)
        return self._names

    def _replacements(self, at: Location, changes: Sequence[Change]) -> list[Replacement]:
        if any(change.action is Action.DELETE for change in changes):
            return [self._deletion(at)]
        if changes[0].action is Action.NAME:
            return self._named(at, changes[0])
        call = self._call_at(at)
        for change in changes:
            if change.below is not None:
                split = self._call_at(change.below)
                return fitted_below(self._module, self._source.text, self.names, call, split)
        if _depth(call) > _DEEPEST:
            raise Unchangeable("it is nested too deeply")
        text = self._source.text[call.start : call.end].decode()
        imports: list[Replacement] = []
        after = altered(text, [self._settled(change, call, imports) for change in changes])
        return [
            (call.start + len(text[:start].encode()), call.start + len(text[:end].encode()), new)
            for start, end, new in hunks(text, after)
        ] + imports

    def _deletion(self, at: Location) -> Replacement:
        for block in blocks(self._module):
            for statement in block:
                if self._raw_line(statement.start) == at.line and self._at(statement) == at:
                    return deletion(self._source.text, statement, block)
        raise Unchangeable("no statement stands there")

    def _named(self, at: Location, change: Change) -> list[Replacement]:
        """The name at a place in other words, and the import that brings them."""
        found = (each for each in walk(self._module) if isinstance(each, ir.Name) and self._is_at(each, at))
        node = next(found, None)
        if node is None:
            raise Unchangeable("no name stands there")
        parent, _, last = change.name.rpartition(".")
        imports: list[Replacement] = []
        code = self.names.reaching(change.name, node.start)
        if code is None and (added := self._extended(change.code, parent, last)) is not None:
            imports, code = [added], last
        code = code or self._name_of(change.name, node, node, imports)
        return [(node.start, node.end, code), *imports]

    def _is_at(self, node: ir.Node, at: Location) -> bool:
        return self._raw_line(node.start) == at.line and self._at(node) == at

    def _call_at(self, at: Location) -> ir.Call:
        if self._calls is None:
            calls: dict[int, list[ir.Call]] = {}
            for call in _calls(self._module):
                calls.setdefault(self._raw_line(call.start), []).append(call)
            self._calls = calls
        for call in self._calls.get(at.line, ()):
            if self._at(call) == at:
                return call
        raise Unchangeable("no call stands there")

    def _raw_line(self, offset: int) -> int:
        """The line on disk of a byte of the text."""
        line = self._source.line_of(offset)
        return self._source.cell_lines[line - 1].line if self._source.cell_lines else line

    def _at(self, node: ir.Node) -> Location:
        return self._source.location(node.start, node.end)

    def _settled(self, change: Change, call: ir.Call, imports: list[Replacement]) -> Alteration:
        """The change with names of this module; imports it needs are added to `imports`."""
        self._check_callee(change, call)
        name, code = change.name, change.code
        if change.action is Action.CALL:
            code = self._name_of(change.name, call.func, call, imports)
        elif change.action is Action.USE:
            code = self._name_of(change.code, _argument(call, change), call, imports)
        return Alteration(action=change.action, name=name, code=code, position=change.position)

    def _check_callee(self, change: Change, call: ir.Call) -> None:
        """The call must be one by the API's own name: an alias or a partial may have arguments we do not see."""
        if not change.api:
            return
        last = change.api.rpartition(".")[2]
        called = (self.names.qualified(call.func) or self._builtin(call.func)).rpartition(".")[2]
        if not called and change.action is not Action.CALL and isinstance(call.func, ir.Attribute):
            called = call.func.name  # a method; to call something else instead, its object must be a module
        if called != last:
            raise Unchangeable(f"`{change.api}` is called by another name")

    def _builtin(self, func: ir.Expr) -> str:
        """The name of a function of Python's own, if nothing in the module is called like that."""
        return func.id if isinstance(func, ir.Name) and not self.names.is_bound(func.id) else ""

    def _name_of(self, api: str, instead: ir.Expr | None, call: ir.Expr, imports: list[Replacement]) -> str:
        """How the module says `api` in place of the expression `instead`."""
        parent, _, last = api.rpartition(".")
        if isinstance(instead, ir.Attribute) and self.names.qualified(instead.base) == parent:
            return f"{_dotted(instead.base)}.{last}"
        if (known := self.names.reaching(api, call.start)) is not None:
            return known
        if isinstance(instead, ir.Name) and (added := self._extended(instead.id, parent, last)) is not None:
            imports.append(added)
            return last
        return self._imported(parent, last, call, imports)

    def _extended(self, name: str, parent: str, last: str) -> Replacement | None:
        """One more name in the import that brought `name`, which is in force wherever `name` is."""
        found = self.names.import_of(name)
        if found is None or found.target.rpartition(".")[0] != parent or self.names.is_bound(last):
            return None
        start, end = found.statement.start, found.statement.end
        text = self._source.text[start:end].decode()
        after = extended(text, last)
        changes = list(hunks(text, after)) if after is not None else []
        if not changes:
            return None
        first, stop = changes[0][0], changes[-1][1]
        assert after is not None
        new = after[first : len(after) - (len(text) - stop)]
        return start + len(text[:first].encode()), start + len(text[:stop].encode()), new

    def _imported(self, parent: str, last: str, call: ir.Expr, imports: list[Replacement]) -> str:
        """The name that a further import at the top of the module brings."""
        plain = "." not in parent
        bound = parent if plain else last
        place = place_for_import(self._source.text, self._module.body)
        if not parent or place is None or place > call.start or self.names.is_bound(bound):
            raise Unchangeable(f"`{parent}.{last}` has no name in this module")
        statement = f"import {parent}\n" if plain else f"from {parent} import {last}\n"
        imports.append((place, place, statement))
        return f"{parent}.{last}" if plain else last

    def _reads_as(self, edits: Sequence[Edit], ordered: Sequence[Replacement]) -> bool:
        """Whether a notebook with these edits holds the Python that is meant, and nothing else has changed in it.

        What stands in the JSON between two lines of Python is not in the Python, so places can be less than exact.
        """
        from analyzer.fix.patch import patched

        expected = self._source.text
        for start, end, text in reversed(ordered):
            expected = expected[:start] + text.encode() + expected[end:]
        raw = patched("\n".join(self._source.raw_lines), edits)
        found = notebook.parse(self._source.path, raw.encode())
        return not isinstance(found, Notification) and found.text == expected


def _calls(module: ir.Module) -> Iterable[ir.Call]:
    """The calls of a module, without those inside of f-strings, where quotes and line ends have other rules."""
    waiting = children(module)
    while waiting:
        node = waiting.pop()
        if isinstance(node, ir.Call):
            yield node
        if not isinstance(node, ir.FString):
            waiting += children(node)


def _depth(node: ir.Node) -> int:
    """How many nodes stand in each other; chains of operators and attributes are as deep as they are long."""
    deepest = 0
    waiting = [(node, 1)]
    while waiting and deepest <= _DEEPEST:
        each, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in children(each)]
    return deepest


def _argument(call: ir.Call, change: Change) -> ir.Expr | None:
    """The expression of the argument that a change speaks of, if it is given."""
    for keyword in call.keywords:
        if keyword.name == change.name:
            return keyword.value
    positional = call.args[: next((i for i, arg in enumerate(call.args) if isinstance(arg, ir.Starred)), None)]
    if change.position is not None and change.position < len(positional):
        return positional[change.position]
    return None


def _dotted(expression: ir.Expr) -> str:
    if isinstance(expression, ir.Attribute):
        return f"{_dotted(expression.base)}.{expression.name}"
    assert isinstance(expression, ir.Name)
    return expression.id
