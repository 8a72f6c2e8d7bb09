"""What do Python's own functions do to values?

Only those that the tables cannot say: they build containers, look at structure, or call what they are given.
"""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from analyzer.interpret import choosing, client_order, containers, fold, library
from analyzer.interpret.effects.data import RANGE
from analyzer.interpret.values import (
    COUNTED,
    EMPTY,
    NOT_CONSTANT,
    Func,
    Literal,
    Obj,
    Place,
    Value,
    join,
    join_all,
    literal,
    unknown,
)
from analyzer.knowledge.lookup import lookup
from analyzer.project.symbols import BindingKind
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

MAX_CLASSES: Final = 4  # classes of a module that an attribute chosen at run time is taken to be
_OF_SEVERAL: Final = frozenset({"builtins.max", "builtins.min", "builtins.sum"})
MAX_MAPPED: Final = 8  # members that `map` calls its function with one by one

Special = Callable[["Interpreter", "Arguments", Place], Value | None]


def partial(m: "Interpreter", args: "Arguments") -> Value:
    """`functools.partial(f, *args, **keywords)`: every callable that `f` may be, with arguments given."""
    if not args.positional:
        return unknown("partial of nothing")
    callee, given = args.positional[0], args.positional[1:]
    keywords = tuple(sorted(args.keywords.items()))
    funcs = {
        Func(f.module, f.qualname, f.receiver, f.closure, f.args + given, (*f.keywords, *keywords))
        for f in callee.funcs
    }
    funcs |= {
        Func("", "__call__", Value(symbols=frozenset((symbol,))), args=given, keywords=keywords)
        for symbol in callee.symbols
    }
    return Value(funcs=frozenset(funcs), unknown=callee.unknown)


def _partial(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    return partial(m, args)


def _make(kind: str) -> Special:
    def build(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
        if not args.positional:
            obj = Obj(kind=kind, type=kind, complete=not args.open)
        else:
            source = args.positional[0]
            known = library.convert(m, m.state, kind, source, place)
            if known is None and kind == "list" and "fit" in m.roles and source.checks:
                known = library.positions(m, source, place)
            if known is not None:
                return known
            listed = containers.listed(m, source)
            if listed is not None:
                items: dict[Any, Value] = {Literal("int", i): item for i, item in enumerate(listed)}
                obj = Obj(kind=kind, type=kind, items=items, complete=True)
            else:
                obj = Obj(kind=kind, type=kind, rest=containers.members(m, source))
        return m.allocate(place, obj, types=frozenset((kind,)))

    return build


def _tuple(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if not args.positional:
        return Value(elements=())
    listed = containers.listed(m, args.positional[0])
    return Value(elements=tuple(listed)) if listed is not None else _make("list")(m, args, place)


def _dict(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    items: dict[Any, Value] = {}
    rest: Value | None = None
    complete = not args.open
    if args.positional:
        source = m.state.obj(args.positional[0])
        pairs = containers.pairs_of(m, args.positional[0])
        if source is not None and source.kind == "dict":
            items, rest, complete = dict(source.items), source.rest, complete and source.complete
        elif pairs is not None:
            items = pairs
        else:
            complete, rest = False, m.state.derive(args.positional, unknown="made from an unknown mapping")
            rest = client_order.spread(m, args.positional[0], rest, place)
    items.update((Literal("str", key), value) for key, value in args.keywords.items())
    if args.open:
        rest = args.more if rest is None else join(rest, args.more)
    obj = Obj(kind="dict", type="dict", items=items, rest=rest, complete=complete)
    return m.allocate(place, obj, types=frozenset(("dict",)))


def _getattr(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    from analyzer.interpret.expressions import read_attribute

    if len(args.positional) < 2:
        return None
    base = args.positional[0]
    names = fold.constants(args.positional[1])
    if names is None or not all(isinstance(name, str) for name in names):
        if m.judging is not None:
            m.judging.looked_up((base, args.positional[1]), place)
        classes = _classes_in(m, base)
        return m.state.derive(args.positional, symbols=classes, unknown="an attribute chosen at run time")
    node = ir.Unknown(place.start, place.end, "getattr")
    found = join_all(read_attribute(m, base, str(name), node) for name in names)
    if len(args.positional) > 2 and found.unknown:
        return join(found, args.positional[2])
    return found


def _classes_in(m: "Interpreter", module: Value) -> frozenset[str]:
    """What an attribute of a small module of the project can be if it is a class: any of those that stand in it."""
    tables = [(name, m.project.symbols(name)) for name in module.symbols]
    found = frozenset(
        f"{name}.{each}"
        for name, table in tables
        if table is not None
        for each, bindings in table.bindings.items()
        if any(binding.kind is BindingKind.CLASS for binding in bindings)
    )
    return found if len(found) <= MAX_CLASSES else EMPTY


def _hasattr(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    """True for what the tables know of a module of the standard library, which Pythons that are supported have."""
    if len(args.positional) == 2 and (name := args.positional[1].text) is not None:
        symbols = args.positional[0].symbols
        if symbols and symbols <= sys.stdlib_module_names and all(lookup(f"{each}.{name}") for each in symbols):
            return literal(True)
    return Value(types=frozenset(("bool",)))


def _setattr(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if len(args.positional) == 3 and (name := args.positional[1].text) is not None:
        from analyzer.interpret import assignments, names

        base, value = args.positional[0], args.positional[2]
        assignments.attribute(m, base, name, value, place)
        names.patch(m, base, name, value, place)
        m.state.update(base, lambda obj: containers.with_attribute(obj, name, value))
    return literal(None)


def _isinstance(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    """True if it is known to be one; never False, because what is not known may be anything."""
    if len(args.positional) == 2:
        value, classes = args.positional
        if value.types and not value.unknown and len(value.types) == 1 and classes.symbols and not classes.unknown:
            (name,) = value.types
            if all(m.is_a(name, each) or f"builtins.{name}" == each for each in classes.symbols):
                return literal(True)
    return Value(types=frozenset(("bool",)))


def _first(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    """`sorted`, `reversed`, `iter`, `filter`'s subject: the same members in some order."""
    if not args.positional:
        return None
    known = library.convert(m, m.state, "list", args.positional[0], place)
    if known is not None:
        return known
    listed = containers.listed(m, args.positional[0])
    if listed is not None and len(listed) < 2:
        return containers.list_of(m, listed, place)
    rest = join_all(listed) if listed else containers.members(m, args.positional[0])
    return m.allocate(place, Obj(kind="list", type="list", rest=rest), types=frozenset(("list",)))


def _sorted(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    """In order, if the members are constants that can be ordered and nothing says how."""
    listed = containers.listed(m, args.positional[0]) if args.positional and not args.keywords else None
    constants = [item.constant for item in listed or ()]
    if listed and (all(isinstance(c, str) for c in constants) or all(isinstance(c, (int, float)) for c in constants)):
        return containers.list_of(m, [literal(constant) for constant in sorted(constants)], place)
    result = _first(m, args, place)
    if result is not None:
        choosing.put_in_order(m, m.state, result)
    return result if result is None else client_order.in_order(m, result)


def _reversed(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    listed = containers.listed(m, args.positional[0]) if args.positional else None
    return containers.list_of(m, listed[::-1], place) if listed is not None else _first(m, args, place)


def _copy(depth: int) -> Special:
    def copied(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
        return containers.copied(m, args.positional[0], place, depth) if args.positional else None

    return copied


def _from_keys(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if not args.positional:
        return None
    keys = [item.constant for item in containers.listed(m, args.positional[0]) or ()]
    value = args.positional[1] if len(args.positional) > 1 else literal(None)
    if not keys or NOT_CONSTANT in keys:
        obj = Obj(kind="dict", type="dict", rest=value)
    else:
        obj = Obj(
            kind="dict", type="dict", items={Literal(type(key).__name__, key): value for key in keys}, complete=True
        )
    return m.allocate(place, obj, types=frozenset(("dict",)))


def _same(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    return args.positional[0] if args.positional else None


def _iter(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    """`iter(xs)`, and `iter(read, b"")`: what `read` gives, again and again."""
    if len(args.positional) != 2:
        return _same(m, args, place)
    member = m.call(args.positional[0], (), {}, place)
    return m.allocate(place, Obj(kind="list", type="list", rest=member), types=frozenset(("list",)))


def _next(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if not args.positional:
        return None
    member = containers.members(m, args.positional[0])
    return join(member, args.positional[1]) if len(args.positional) > 1 else member


def _zip(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    columns = [containers.listed(m, value) for value in args.positional]
    if columns and all(column is not None for column in columns) and not args.open:
        length = min(len(column) for column in columns if column is not None)
        if length <= 64:
            rows = [Value(elements=tuple(column[i] for column in columns if column is not None)) for i in range(length)]
            items: dict[Any, Value] = {Literal("int", i): row for i, row in enumerate(rows)}
            return m.allocate(place, Obj(kind="list", type="list", items=items, complete=True))
    row = Value(elements=tuple(containers.members(m, value) for value in args.positional))
    return m.allocate(place, Obj(kind="list", type="list", rest=row), types=frozenset(("list",)))


def _enumerate(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if not args.positional:
        return None
    listed = containers.listed(m, args.positional[0])
    if listed is not None and len(listed) <= 64:
        start = args.keywords.get("start", literal(0)) if len(args.positional) < 2 else args.positional[1]
        base = start.constant
        counted = isinstance(base, int)
        numbers = [literal(base + i) if counted else Value(types=frozenset(("int",))) for i in range(len(listed))]
        pairs = [Value(elements=pair) for pair in zip(numbers, listed, strict=True)]
        items: dict[Any, Value] = {Literal("int", i): pair for i, pair in enumerate(pairs)}
        return m.allocate(place, Obj(kind="list", type="list", items=items, complete=True))
    pair = Value(elements=(Value(types=frozenset(("int",))), containers.members(m, args.positional[0])))
    return m.allocate(place, Obj(kind="list", type="list", rest=pair), types=frozenset(("list",)))


def _map(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if len(args.positional) < 2:
        return None
    listed = containers.listed(m, args.positional[1]) if len(args.positional) == 2 else None
    if listed is not None and len(listed) <= MAX_MAPPED:
        results = []
        for number, item in enumerate(listed):
            with m.repetition(number):
                results.append(m.call(args.positional[0], (item,), {}, place))
        return containers.list_of(m, results, place)
    members = tuple(containers.members(m, value) for value in args.positional[1:])
    result = m.call(args.positional[0], members, {}, place)
    return m.allocate(place, Obj(kind="list", type="list", rest=result), types=frozenset(("list",)))


def _filter(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if len(args.positional) < 2:
        return None
    member = containers.members(m, args.positional[1])
    return m.allocate(place, Obj(kind="list", type="list", rest=member), types=frozenset(("list",)))


def _len(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if len(args.positional) != 1:
        return None
    value = args.positional[0]
    folded = fold.function("builtins.len", [value])
    if folded is not None:
        return folded
    known = library.length(m, m.state, value, place)
    if known is not None:
        return known
    listed = containers.listed(m, value)
    return literal(len(listed)) if listed is not None else Value(types=frozenset(("int",)))


def _folded(name: str, type_name: str) -> Special:
    def convert(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
        if name == "builtins.float" and len(args.positional) == 1:
            text = args.positional[0].text
            if text is not None and text.strip().lower().lstrip("+-") == "nan":
                return Value(symbols=frozenset(("math.nan",)))
        folded = fold.function(name, list(args.positional))
        if folded is not None:
            return m.state.derive(args.positional, constants=folded.constants, symbols=folded.symbols)
        value = m.state.derive(args.positional, types=frozenset((type_name,)))
        if type_name in ("int", "float") and value.origins:
            finite = {"parsed", "typed", "finite"} if type_name == "int" else {"parsed", "typed"}
            value = m.state.derive((value,), types=value.types, checks=value.checks | finite)
        return value

    return convert


def _reduce_like(name: str) -> Special:
    """`sum`, `min`, `max` of data is a statistic of it; of constants a constant."""

    def reduce(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
        scores = choosing.of_all(m.state, args.positional) if name in _OF_SEVERAL else None
        if scores:
            if name == "builtins.sum":
                choosing.average(m, scores)
            else:
                # `max(best, score)` is a comparison, `max(scores)` the best of a list
                choosing.choose(m, scores, place, "extreme" if len(args.positional) == 1 else "comparison")
        if len(args.positional) == 1:
            known = library.reduce(m, m.state, args.positional[0], place)
            if known is not None:
                return known
        return fold.function(name, list(args.positional)) if not args.keywords and not args.open else None

    return reduce


def _bool(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    truth = containers.truth(m, args.positional[0]) if len(args.positional) == 1 else None
    return _folded("builtins.bool", "bool")(m, args, place) if truth is None else literal(truth)


def _constant(type_name: str) -> Special:
    def answer(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
        return Value(types=frozenset((type_name,)))

    return answer


def _range(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    bounds = [arg.constant for arg in args.positional]
    if bounds and all(isinstance(bound, int) for bound in bounds):
        try:
            numbers = range(*bounds)
        except (TypeError, ValueError):
            return unknown("a range that cannot be")
        if len(numbers) <= 8:
            return Value(elements=tuple(literal(number) for number in numbers))
    # Counting up to a number that is a statistic tells nothing of the rows.
    rest = m.state.derive(args.positional, types=frozenset(("int",)), rows=EMPTY, statistics=EMPTY)
    if rest.origins:
        rest = replace(rest, checks=rest.checks | {COUNTED})
    made = Obj(kind="list", type="list", rest=rest)
    return m.allocate(place, made, types=frozenset(("list",)), checks=_counted(args))


def _counted(args: "Arguments") -> frozenset[str]:
    """The check of a range that tells from where to where it goes, one by one: the positions of some rows."""
    if not 0 < len(args.positional) < 3 or args.open:
        return EMPTY
    low, high = args.positional if len(args.positional) == 2 else (literal(0), args.positional[0])
    bounds = (str(each.constant) if isinstance(each.constant, int) else "?" for each in (low, high))
    return frozenset((RANGE + ":".join(bounds),))


def _type(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    if len(args.positional) != 1:
        return unknown("a class made at run time")
    return Value(symbols=args.positional[0].types, unknown="" if args.positional[0].types else "a class")


def _import_module(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    name = args.positional[0].text if args.positional else None
    if name is None:
        return None  # a fact, and a module that is not known
    if name.startswith("."):
        return m.state.derive(args.positional, unknown="a module chosen at run time")
    from analyzer.interpret.names import qualified

    inside = m.project.resolve_import(m.frame.module, name, 0)
    return qualified(m, inside if inside is not None else name)


def _print(m: "Interpreter", args: "Arguments", place: Place) -> Value | None:
    choosing.tell(m, choosing.of_all(m.state, args.positional), place)
    return literal(None)


SPECIAL: Final[dict[str, Special]] = {
    "functools.partial": _partial,
    "builtins.list": _make("list"),
    "builtins.set": _make("set"),
    "builtins.frozenset": _make("set"),
    "builtins.tuple": _tuple,
    "builtins.dict": _dict,
    "collections.OrderedDict": _dict,
    "builtins.getattr": _getattr,
    "builtins.setattr": _setattr,
    "builtins.isinstance": _isinstance,
    "builtins.sorted": _sorted,
    "builtins.reversed": _reversed,
    "builtins.iter": _iter,
    "builtins.staticmethod": _same,
    "tqdm.tqdm": _same,
    "tqdm.notebook.tqdm": _same,
    "tqdm.auto.tqdm": _same,
    "tqdm.tqdm_notebook": _same,
    "copy.copy": _copy(0),
    "copy.deepcopy": _copy(4),
    "builtins.dict.fromkeys": _from_keys,
    "typing.cast": lambda m, args, place: args.positional[1] if len(args.positional) > 1 else None,
    "builtins.next": _next,
    "builtins.zip": _zip,
    "builtins.enumerate": _enumerate,
    "builtins.map": _map,
    "builtins.filter": _filter,
    "builtins.len": _len,
    "builtins.str": _folded("builtins.str", "str"),
    "builtins.unicode": _folded("builtins.str", "str"),
    "builtins.int": _folded("builtins.int", "int"),
    "builtins.float": _folded("builtins.float", "float"),
    "builtins.bool": _bool,
    "builtins.bytes": _folded("builtins.bytes", "bytes"),
    "builtins.repr": _folded("builtins.repr", "str"),
    "builtins.chr": _folded("builtins.chr", "str"),
    "builtins.ord": _folded("builtins.ord", "int"),
    "builtins.hex": _folded("builtins.hex", "str"),
    "builtins.oct": _folded("builtins.oct", "str"),
    "builtins.bin": _folded("builtins.bin", "str"),
    "builtins.sum": _reduce_like("builtins.sum"),
    "builtins.min": _reduce_like("builtins.min"),
    "builtins.max": _reduce_like("builtins.max"),
    "builtins.abs": _reduce_like("builtins.abs"),
    "builtins.round": _reduce_like("builtins.round"),
    "builtins.print": _print,
    "builtins.range": _range,
    "builtins.xrange": _range,
    "builtins.type": _type,
    "builtins.hasattr": _hasattr,
    "builtins.callable": _constant("bool"),
    "builtins.issubclass": _constant("bool"),
    "builtins.id": _constant("int"),
    "builtins.hash": _constant("int"),
    "importlib.import_module": _import_module,
    "builtins.__import__": _import_module,
}
