"""What is a call given, and which parameter gets what?"""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from analyzer.interpret import containers, schemas
from analyzer.interpret.values import NOTHING, Func, Literal, Obj, Origin, Place, Value, join, unknown
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter


_NOTABLE: Final = frozenset({"literal", "constant-path"})


@dataclass(slots=True)
class Arguments:
    """The arguments of one call: values, where they stand, why some may be missing, and what those would be."""

    positional: tuple[Value, ...]
    keywords: dict[str, Value]
    open: str = ""
    places: dict[int | str, Place] = field(default_factory=dict)
    more: Value = NOTHING

    def after(self, func: Func) -> "Arguments":
        """These arguments behind those that a partial already holds."""
        if not func.args and not func.keywords:
            return self
        shift = len(func.args)
        places: dict[int | str, Place] = {
            key + shift if isinstance(key, int) else key: place for key, place in self.places.items()
        }
        return Arguments(
            func.args + self.positional, {**dict(func.keywords), **self.keywords}, self.open, places, self.more
        )


def noted(value: Value, place: Place, text: str) -> Value:
    """`value` with one more step in the trace of each origin that a reader would want to follow."""
    if not value.origins or all(origin.kind in _NOTABLE for origin in value.origins):
        return value
    return replace(
        value,
        origins=frozenset(
            origin
            if origin.trace is None
            else Origin(origin.kind, origin.detail, origin.function, origin.trace.then(place, text))
            for origin in value.origins
        ),
    )


def arguments(m: "Interpreter", node: ir.Call) -> Arguments:
    """The evaluated arguments of a call, stars expanded as far as they are known."""
    positional: list[Value] = []
    keywords: dict[str, Value] = {}
    places: dict[int | str, Place] = {}
    is_open, more = "", NOTHING
    for arg in node.args:
        if isinstance(arg, ir.Starred):
            known = containers.listed(m, value := m.evaluate(arg.value))
            if known is None:
                is_open, more = "*args", containers.members(m, value)
                positional.append(more)
                break
            positional.extend(known)
            continue
        places[len(positional)] = m.place(arg)
        positional.append(m.evaluate(arg))
    for keyword in node.keywords:
        if keyword.name is not None:
            places[keyword.name] = m.place(keyword.value)
            keywords[keyword.name] = m.evaluate(keyword.value)
            continue
        value = m.evaluate(keyword.value)
        inner = m.state.obj(value)
        if inner is None or inner.kind != "dict":
            is_open, more = "**kwargs", join(more, m.state.derive((value,), unknown="from `**kwargs`"))
            continue
        for key, item in inner.items.items():
            if isinstance(key, Literal) and isinstance(key.value, str):
                places.setdefault(key.value, m.place(keyword.value))
                keywords.setdefault(key.value, item)
        if not inner.complete:
            is_open = is_open or "**kwargs"
            more = more if inner.rest is None else join(more, inner.rest)
    return Arguments(tuple(positional), keywords, is_open, places, more)


def bind(
    params: tuple[str, ...], positional: tuple[str, ...], args: Arguments
) -> tuple[dict[str, Value], dict[str, Place]]:
    """Arguments by parameter name, and where they stand; extra ones under their position or keyword."""
    bound: dict[str, Value] = {}
    places: dict[str, Place] = {}
    for number, value in enumerate(args.positional):
        name = positional[number] if number < len(positional) else str(number)
        bound[name] = value
        if number in args.places:
            places[name] = args.places[number]
    for name, value in args.keywords.items():
        bound[name] = value
        if name in args.places:
            places[name] = args.places[name]
    return bound, places


def nested(m: "Interpreter", names: str, bound: dict[str, Value]) -> dict[str, Value]:
    """Arguments inside the dictionaries that are given for the parameters `names`: `model_kwargs[revision]`."""
    found: dict[str, Value] = {}
    for name in names.split():
        obj = m.state.obj(bound[name]) if name in bound else None
        for key, value in obj.items.items() if obj is not None and obj.kind == "dict" else ():
            if isinstance(key, Literal) and isinstance(key.value, str):
                found[f"{name}[{key.value}]"] = value
    return found


def bind_parameters(
    m: "Interpreter", func: Func, node: ir.Function | ir.Lambda, args: Arguments, place: Place
) -> dict[str, Value]:
    """The names a function starts with: parameters bound to arguments, defaults where none was given."""
    bound: dict[str, Value] = {}
    rest = list(enumerate(args.positional))
    keywords = dict(args.keywords)
    label = func.qualname.rpartition(".")[2]
    for parameter in node.parameters:
        if parameter.kind == "args":
            bound[parameter.name] = _rest(m, func, parameter, [value for _, value in rest], args)
            rest = []
        elif parameter.kind == "kwargs":
            items: dict[Any, Value] = {Literal("str", key): value for key, value in keywords.items()}
            left = _left(m, parameter, args) if args.open else None
            obj = Obj(kind="dict", type="dict", items=items, rest=left, complete=not args.open)
            bound[parameter.name] = m.allocate(
                Place(func.module, parameter.start, parameter.end), obj, types=frozenset(("dict",))
            )
            keywords = {}
        elif parameter.kind != "keyword-only" and rest:
            number, value = rest.pop(0)
            bound[parameter.name] = _passed(value, args.places.get(number), label, parameter.name)
        elif parameter.kind != "positional-only" and parameter.name in keywords:
            value = keywords.pop(parameter.name)
            bound[parameter.name] = _passed(value, args.places.get(parameter.name), label, parameter.name)
        else:
            bound[parameter.name] = _default(m, func, parameter, args)
    return bound


def _left(m: "Interpreter", parameter: ir.Parameter, args: Arguments) -> Value:
    """What `*args` or `**kwargs` may hold beyond what was seen."""
    why = f"`{parameter.name}` may hold more"
    return m.state.derive((args.more,), unknown=why) if args.more != NOTHING else unknown(why)


def _rest(m: "Interpreter", func: Func, parameter: ir.Parameter, values: list[Value], args: Arguments) -> Value:
    """What `*args` holds; there may be more of them if the call could not be expanded."""
    if not args.open:
        return Value(elements=tuple(values))
    items: dict[Any, Value] = {Literal("int", i): value for i, value in enumerate(values)}
    obj = Obj(kind="list", type="list", items=items, rest=_left(m, parameter, args))
    return m.allocate(Place(func.module, parameter.start, parameter.end), obj, types=frozenset(("list",)))


def _passed(value: Value, place: Place | None, function: str, parameter: str) -> Value:
    return value if place is None else noted(value, place, f"passed to `{function}` as `{parameter}`")


def _default(m: "Interpreter", func: Func, parameter: ir.Parameter, args: Arguments) -> Value:
    value = unknown(f"parameter `{parameter.name}` was not given")
    if args.open:
        value = m.state.derive((args.more,), unknown=f"`{parameter.name}` may come from `{args.open}`")
    if parameter.default is not None:
        default = schemas.evaluate_in(m, func.module, parameter.default)
        value = join(default, value) if args.open else default
    return value
