"""What does a module import, call and mention, without interpreting it?"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

import msgspec

from analyzer.syntax import ir
from analyzer.syntax.walk import fields_with_nodes

TOP_LEVEL = "<module>"
"""The key of `ModuleSummary.uses` for statements outside of functions."""

BUILT_IN = "builtins."
"""Stands before a built-in function in `ModuleSummary.uses`: `eval(x)` mentions "builtins.eval", `model.eval()` not."""

TOLD_COMMANDS = frozenset({"aria2c", "axel", "curl", "gdown", "pip", "pip3", "wget"})
"""Commands that are noted where a text names them: they fetch or install."""

RECEIVERS = frozenset({"self", "cls"})
"""The names of the object, or class, whose method is running."""

TOLD_BUILT_INS = frozenset({"__import__", "eval", "exec", "execfile", "globals", "locals", "input", "raw_input"})
"""The built-in functions that are told apart from methods of the same name."""


class Imported(msgspec.Struct, frozen=True, array_like=True):
    """An import as written; `names` are taken from the module ("*" for all, empty for the module itself).

    `bound` are the names by which the importing module knows them, in the same order; one if `names` is empty.
    """

    module: str
    level: int
    names: tuple[str, ...]
    bound: tuple[str, ...]


class ModuleSummary(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a module without interpreting it; small enough to be cached beside the IR.

    Attributes:
        name: internal name of the module.
        path: its relative POSIX path.
        imports: every import in it, also inside functions.
        uses: per top-level function, per method (`Class.method`), per class body (`Class.`) and for the rest
            (`TOP_LEVEL`): the names that are called or mentioned, attributes by their last name, sorted. A function
            that is only passed on counts; see `BUILT_IN`.
        variables: names that top-level statements assign, sorted.
        classes: the top-level classes, sorted.
        aliases: a variable and the last name of what a top-level statement says it is, or holds: of
            `read = pickle.load`, of `read = partial(pickle.load, …)` and of `read = {"a": pickle.load}`, "read" and
            "load"; sorted.
        members: of the names in `uses` those that are only mentioned as members of imported names, of classes of the
            module that have a method of that name, or of `self` and `cls` in such a class: per owner and name ("load")
            what they are members of ("tl", of `tl.load(p)`).
    """

    name: str
    path: str
    imports: tuple[Imported, ...]
    uses: dict[str, tuple[str, ...]]
    variables: tuple[str, ...]
    classes: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...] = ()
    members: dict[str, dict[str, tuple[str, ...]]] = {}

    @property
    def identifiers(self) -> frozenset[str]:
        """Every name that the module calls or mentions."""
        return frozenset(name for names in self.uses.values() for name in names)


def summary_of(module: ir.Module) -> ModuleSummary:
    """Summarise a module in one walk over its tree."""
    walk = _Walk()
    waiting: list[tuple[str, ir.Node | tuple[ir.Node, ...]]] = [(TOP_LEVEL, module.body)]
    while waiting:
        waiting.extend(walk.visit(*waiting.pop()))
    members = dict(walk.members_of_imports())
    return ModuleSummary(
        name=module.name,
        path=module.path,
        imports=tuple(dict.fromkeys(walk.imports)),
        uses={owner: tuple(sorted(names)) for owner, names in walk.uses.items()},
        variables=tuple(sorted(walk.variables)),
        classes=tuple(sorted(walk.classes)),
        aliases=tuple(sorted(walk.aliases)),
        members=members,
    )


class _Walk:
    """Collects facts without recursion, because generated code nests deeply, and without a call per node."""

    def __init__(self) -> None:
        self.imports: list[Imported] = []
        self.uses: defaultdict[str, set[str]] = defaultdict(set)
        self.variables: set[str] = set()
        self.classes: set[str] = set()
        self.aliases: set[tuple[str, str]] = set()
        self.members: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)

    def members_of_imports(self) -> Iterator[tuple[str, dict[str, tuple[str, ...]]]]:
        """See `ModuleSummary.members`; completes `uses` by the members."""
        imported = {bound for each in self.imports for bound in each.bound}
        for owner, pairs in self.members.items():
            found: dict[str, set[str]] = {}
            for base, name in pairs:
                found.setdefault(name, set()).add(base)
            used = self.uses[owner]
            only = {name: tuple(sorted(bases)) for name, bases in found.items() if name not in used}
            used.update(found)
            if not used.isdisjoint(_BUILT_IN_MODULES):
                used.update(BUILT_IN + name for name in TOLD_BUILT_INS & used)
            told = {name: bases for name, bases in only.items() if self._is_told(owner, name, bases, imported)}
            if told:
                yield owner, told

    def _is_told(self, owner: str, name: str, bases: tuple[str, ...], imported: set[str]) -> bool:
        """Whether each of `bases` is imported, or a class of this module that has a method `name`."""
        own = owner.partition(".")[0]
        classes = (own if base in RECEIVERS else base for base in bases if base not in imported)
        return all(each in self.classes and f"{each}.{name}" in self.uses for each in classes)

    def visit(self, owner: str, inside: Any) -> list[tuple[str, Any]]:
        """Note what is said inside a node, or tuple of nodes, of `owner`; functions and classes are handed back."""
        used, members = self.uses[owner], self.members[owner]
        within: list[tuple[str, Any]] = []
        # Nodes, tuples of nodes, and None for what is left out: taking them apart here is twice as fast as before.
        waiting: list[Any] = [inside]
        while waiting:
            node = waiting.pop()
            if node is None:
                continue
            kind = type(node)
            if kind is tuple:
                waiting.extend(node)
            elif kind is ir.Name:
                used.add(node.id)
                if node.id in TOLD_BUILT_INS:
                    used.add(BUILT_IN + node.id)
            elif kind is ir.Attribute:
                if type(node.base) is ir.Name:
                    members.add((node.base.id, node.name))
                else:
                    used.add(node.name)
                waiting.append(node.base)
            elif kind is ir.Const:
                if isinstance(node.value, str):
                    used.update(_named_by(node.value))
            elif kind is ir.ExprStmt and type(node.value) is ir.Const:
                continue  # documentation
            elif kind in _TOLD and (inner := self._note(owner, node)) != owner:
                within.append((inner, _inside(kind)(node)))
            elif kind not in _LEAVES:
                waiting.append((_INSIDE.get(kind) or _inside(kind))(node))
        return within

    def _note(self, owner: str, node: ir.Node) -> str:
        """Note what a statement binds or imports; the owner of what is inside it."""
        match node:
            case ir.Function(name=name) if owner == TOP_LEVEL or owner.endswith("."):
                return name if owner == TOP_LEVEL else owner + name
            case ir.Class(name=name) if owner == TOP_LEVEL:
                self.classes.add(name)
                return f"{name}."
            case ir.Import(names=names):
                for alias in names:
                    bound = alias.bound or alias.name.partition(".")[0]
                    self.imports.append(Imported(alias.name, 0, (), (bound,)))
            case ir.ImportFrom(module=module, level=level, names=names):
                taken = tuple(alias.name for alias in names)
                bound_as = tuple(alias.bound or alias.name for alias in names)
                self.imports.append(Imported(module, level, taken, bound_as))
            case ir.Assign(targets=targets, value=value) if owner == TOP_LEVEL:
                variables = [target.id for target in targets if isinstance(target, ir.Name)]
                self.variables.update(variables)
                self.aliases.update((variable, named) for named in _last_names(value) for variable in variables)
            case ir.AnnAssign(target=ir.Name(id=name)) if owner == TOP_LEVEL:
                self.variables.add(name)
            case _:
                pass
        return owner


def _named_by(text: str) -> tuple[str, ...]:
    """What a text names without a name: NaN, in `float("nan")`, a variable of the environment, or a command."""
    if text.lstrip("+-").lower() == "nan":
        return ("nan",)
    if len(text) < _LONGEST_COMMAND and any(name in text for name in TOLD_COMMANDS):
        return tuple(TOLD_COMMANDS.intersection(_WORD.findall(text)))
    return (text,) if "_" in text and text.isupper() and text.isidentifier() else ()


def _last_names(value: ir.Expr) -> Iterator[str]:
    """The last names of what an expression names: itself, by the first argument of a call, or in a table."""
    if isinstance(value, ir.Call) and value.args:
        value = value.args[0]
    parts: Iterable[ir.Expr] = (value,)
    if isinstance(value, ir.Dict):
        parts = [entry.value for entry in value.entries]
    elif isinstance(value, ir.Sequence):
        parts = value.items
    for part in parts:
        if isinstance(part, ir.Name):
            yield part.id
        elif isinstance(part, ir.Attribute):
            yield part.name


_WORD = re.compile(r"\w+")
_LONGEST_COMMAND = 4000  # characters; what is longer is documentation
_BUILT_IN_MODULES = frozenset({"builtins", "__builtins__", "__builtin__"})
_TOLD = frozenset({ir.Function, ir.Class, ir.Import, ir.ImportFrom, ir.Assign, ir.AnnAssign})
_LEAVES = frozenset({ir.Const, ir.Bytes, ir.Alias, ir.Import, ir.ImportFrom, ir.Flow, ir.Scope, ir.Unknown, ir.Broken})
_INSIDE: dict[type[ir.Node], Callable[[Any], Any]] = {}


def _inside(kind: type[ir.Node]) -> Callable[[Any], Any]:
    """A function that gives the parts of a node of this kind that hold nodes: one, or a tuple of them."""
    if kind not in _INSIDE:
        fields = fields_with_nodes(kind)
        _INSIDE[kind] = attrgetter(*fields) if fields else _nothing
    return _INSIDE[kind]


def _nothing(_node: object) -> None:
    return None
