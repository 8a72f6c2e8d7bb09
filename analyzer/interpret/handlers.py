"""Which functions does a framework call, and how did it come to know them?

They are handed to it by a call, a constructor or an attribute (options `handles`, `methods`, `component` of the rows),
they are methods of a class that derives from one of its classes, or they follow a convention that its documentation
describes, because a file that is no Python names them (`knowledge.entrances`).
"""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import components, schemas
from analyzer.interpret.values import NOTHING, Func, Literal, Place, Value
from analyzer.knowledge.entrances import ENTRANCES, Entrance
from analyzer.knowledge.lookup import method
from analyzer.knowledge.table import Api, Class
from analyzer.project.definition import DefinitionKind
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

# The classes of the first argument of every handler, by the beginning of the names of its framework.
_REQUESTS: Final = (("django.", "django.http.HttpRequest"), ("rest_framework.", "rest_framework.request.Request"))
_POSITIONAL: Final = ("normal", "positional-only")
# Option `beside`: the position of a parameter that is no part of what comes from outside, and its class.
_SERVICER: Final = Api(name="grpc.Servicer", origin="request", options=(("beside", "2 grpc.ServicerContext"),))


def as_request(handler: Api | None, first: Value) -> Value:
    """The first parameter of a handler, an object of the framework's class for requests if nothing else is said."""
    names = (each for prefix, each in _REQUESTS if handler is not None and handler.name.startswith(prefix))
    kind = next(names, None)
    return first if kind is None or first.types else replace(first, types=frozenset((kind,)))


def register(m: "Interpreter", row: Api, given: Value) -> None:
    """A call of `row` hands functions, or objects with methods, to the framework.

    Option `methods` lists the methods of the object that are called, "*" means those that are public; option `keys` the
    members of a dictionary.
    """
    for func in given.funcs:
        m.handlers[func.module, func.qualname] = row
    for key in row.option("keys").split():
        for obj in m.state.objects(given):
            register(m, replace(row, options=()), obj.items.get(Literal("str", key), NOTHING))
    wanted = row.option("methods").split()
    if wanted:
        types = {obj.type for obj in m.state.objects(given)} | given.types | given.symbols
        for name in sorted(types):
            for func in _methods(m, name, wanted):
                m.handlers[func.module, func.qualname] = row


def _methods(m: "Interpreter", class_name: str, wanted: list[str]) -> Iterator[Func]:
    definition = m.project.find(class_name)
    if definition is None or definition.kind is not DefinitionKind.CLASS or not isinstance(definition.node, ir.Class):
        return
    for each in definition.node.body:
        public = isinstance(each, ir.Function) and not each.name.startswith("_")
        if isinstance(each, ir.Function) and (each.name in wanted or (public and "*" in wanted)):
            yield Func(definition.module, f"{definition.qualname}.{each.name}")


def constructed(m: "Interpreter", row: Class, given: Mapping[str, Value]) -> None:
    """Constructor arguments that the object will call (option `handles`)."""
    for name in row.option("handles").split():
        if name in given:
            attribute(m, row, name, given[name])


def attribute(m: "Interpreter", row: Class, name: str, value: Value) -> None:
    """An attribute that the object will call (option `handles`) is set."""
    if name in row.option("handles").split():
        api = Api(name=f"{row.name}.{name}", origin=row.option("handler_origin"))
        for func in value.funcs:
            m.handlers[func.module, func.qualname] = api


def stored(m: "Interpreter", base: Value, name: str, value: Value) -> None:
    """`base.name = value`, where the framework calls what is stored there."""
    if value.funcs:
        types = {obj.type for obj in m.state.objects(base)} | base.types
        for each in sorted(types):
            row = m.class_row(each) if each else None
            if row is not None:
                attribute(m, row, name, value)


def made(m: "Interpreter", base: Value, name: str) -> Iterator[Api]:
    """The methods `name` of what decorated functions have become (option `makes`: `@cli.command()` of click)."""
    for func in base.funcs:
        row = m.handlers.get((func.module, func.qualname))
        found = method(row.option("makes"), name) if row is not None and row.option("makes") else None
        if found is not None:
            yield found[0]


def by_convention(m: "Interpreter", func: Func, node: ir.Function) -> Api | None:
    """How a function is called that nothing in the code registers, if its form says so."""
    if "." in func.qualname or func.qualname.startswith("_"):
        return None
    positional = tuple(each.name.lstrip("_") for each in node.parameters if each.kind in _POSITIONAL)
    return next((each.api for each in ENTRANCES if _fits(m, each, func, positional)), None)


def of_method(m: "Interpreter", class_name: str, method: str, called: Api | Class) -> Api | None:
    """How the framework calls a method of a class that derives from `called`; None if the class itself calls it.

    Option `chain` says which methods get what another one gives, "inference=preprocess", if the class has that one.
    """
    origin = called.option("handler_origin") or called.origin
    api = Api(name=f"{called.name}.{method}", origin=origin, how=called.option("checked"))
    steps = dict(step.split("=") for step in called.option("chain").split())
    if method not in steps:
        return api
    if any(m.project.method(class_name, name) is not None for name in ("handle", "__call__")):
        return None
    before = steps[method]
    known = m.project.method(class_name, before) is not None
    return replace(api, options=(("filled", f"- {before}"),)) if known else api


def filled(m: "Interpreter", func: Func, receiver: Value | None, handler: Api | None, position: int) -> Value | None:
    """What the function that option `filled` of the handler names for a parameter gives; None if it names none."""
    named = handler.option("filled").split() if handler is not None else []
    name = named[position] if position < len(named) else "-"
    owner = func.qualname.rpartition(".")[0]
    maker = Func(func.module, f"{owner}.{name}" if owner else name)
    definition = m.project.find(f"{maker.module}.{maker.qualname}") if name != "-" else None
    if handler is None or definition is None or not isinstance(definition.node, ir.Function):
        return None
    node = definition.node
    m.code.setdefault((maker.module, maker.qualname), node)
    given = [] if receiver is None else [receiver]
    own = replace(handler, options=())
    entered = by_convention(m, maker, node) if receiver is None else own
    for at, each in enumerate(node.parameters):
        if each.kind in _POSITIONAL and (receiver is None or at):
            given.append(schemas.parameter(m, maker.module, maker.qualname, each, of_parameter(entered, at)))
    place = Place(maker.module, node.name_start, node.name_start + len(node.name))
    return m.call(Value(funcs=frozenset((maker,))), tuple(given), {}, place)


def of_parameter(handler: Api | None, position: int) -> Api | None:
    """The handler as far as it says where the parameter at `position` comes from (option `taken`: how many do)."""
    beside = handler.option("beside").split() if handler is not None else []
    if handler is not None and beside and int(beside[0]) == position:
        return replace(handler, options=(("is_a", beside[1]),))
    taken = handler.option("taken") if handler is not None else ""
    if handler is None or (taken and position >= int(taken)):
        return None
    return components.of_parameter(handler, position)


def _fits(m: "Interpreter", entrance: Entrance, func: Func, positional: tuple[str, ...]) -> bool:
    if positional != entrance.parameters and not (entrance.more and _begins(positional, entrance.parameters)):
        return False
    if entrance.names and func.qualname not in entrance.names:
        return False
    if not entrance.imports:
        return True
    summary = m.project.summary(func.module)
    if summary is not None and not set(entrance.uses).isdisjoint(summary.uses.get(func.qualname, ())):
        return True
    imports = [each for each in summary.imports if not each.level] if summary is not None else []
    imported = {name for each in imports for name in (each.module, *(f"{each.module}.{n}" for n in each.names))}
    return any(name == each or name.startswith(f"{each}.") for name in imported for each in entrance.imports)


def _begins(names: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return names[: len(wanted)] == wanted


def servicer(m: "Interpreter", class_name: str, function: ir.Function) -> Api | None:
    """How a method of a gRPC service is called: its class derives from the one that was generated for it.

    The compiler for protocol buffers writes `class ModelServicer` into `model_pb2_grpc.py`; a method gets the request
    and the context.
    """
    positional = [each for each in function.parameters if each.kind in _POSITIONAL]
    if len(positional) != 3 or function.name.startswith("_"):
        return None
    definition = m.project.find(class_name)
    bases = m.project.bases(definition) if definition is not None else ()
    return _SERVICER if any(_is_generated(base) for base in (*bases, *m.external_bases(class_name))) else None


def _is_generated(name: str) -> bool:
    module, _, last = name.rpartition(".")
    return last.endswith("Servicer") and module.endswith("_pb2_grpc")
