"""What does a call do: which code or library function does it reach, and with what?"""

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import (
    activations,
    builtin_calls,
    client_order,
    container_methods,
    containers,
    fold,
    happenings,
    library,
    lineage,
    looks,
    names,
    schemas,
    summaries,
    windows,
)
from analyzer.interpret.arguments import Arguments, arguments, bind
from analyzer.interpret.library_calls import apply, as_file, classes_of, construct, invocation_of, with_fields
from analyzer.interpret.values import (
    LOOKED_UP,
    NOTHING,
    UNTRUSTED,
    Func,
    Obj,
    Origin,
    Place,
    Trace,
    Value,
    join_all,
    literal,
    unknown,
)
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.table import Api, Class
from analyzer.project.definition import DefinitionKind
from analyzer.syntax import ir
from analyzer.syntax.walk import has_decorator

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

MAX_TARGETS: Final = 4  # callees followed per call
_TEXT_TYPES: Final = frozenset({"str", "bytes"})
_STEPS_BACK: Final = frozenset({"backward", "manual_backward"})


# --- the call expression ----------------------------------------------------------------------------------------------


def call(m: "Interpreter", node: ir.Call) -> Value:
    """`func(args)`; while a test that has been evaluated is read as a condition, the answer it was given then."""
    if m.assuming:
        known = m.answered.get(id(node))
        if known is not None:
            return known
    value = m.answered[id(node)] = _call(m, node)
    return value


def _call(m: "Interpreter", node: ir.Call) -> Value:
    func = node.func
    place = m.place(node)
    if isinstance(func, ir.Attribute):
        if _is_super(func.base):
            return _call_super(m, func.name, arguments(m, node), place)
        base = m.evaluate(func.base)
        target = Place(place.module, func.name_start, func.end)
        args = arguments(m, node)
        if looks.ASKED_FOR in m.roles:
            looks.handed(m, func.name, args)
        if happenings.is_about_gradients(func.name):
            happenings.called(m, base, func.name, args, place)
        return call_method(m, base, func.name, args, place, target)
    if isinstance(func, ir.Name) and "grad" in func.id and happenings.is_about_gradients(func.id):
        happenings.called(m, None, func.id, Arguments((), {}), place)
    callee, args = m.evaluate(func), arguments(m, node)
    if looks.ASKED_FOR in m.roles and isinstance(func, ir.Name):
        looks.handed(m, func.id, args)
    return invoke(m, callee, args, place, Place(place.module, func.start, func.end))


def _is_super(node: ir.Expr) -> bool:
    return isinstance(node, ir.Call) and isinstance(node.func, ir.Name) and node.func.id == "super"


def invoke(m: "Interpreter", callee: Value, args: Arguments, place: Place, target: Place | None = None) -> Value:
    """Call whatever `callee` may be."""
    m.step()
    target = target or place
    results: list[Value] = []
    for func in _ordered(callee.funcs)[:MAX_TARGETS]:
        given = args.after(func)
        if func.module:
            results.append(call_project(m, func, given, place))
        elif func.receiver is not None:
            results.append(call_method(m, func.receiver, func.qualname, given, place, target))
    for symbol in sorted(callee.symbols)[:MAX_TARGETS]:
        results.append(call_symbol(m, symbol, args, place, target))
    if not results and (callee.types or callee.refs):
        return call_method(m, callee, "__call__", args, place, target)
    if results:
        return join_all(results)
    return unknown_call(m, callee, args, place)


def _ordered(funcs: frozenset[Func]) -> list[Func]:
    return sorted(funcs, key=lambda f: (f.module, f.qualname, f.closure)) if len(funcs) > 1 else list(funcs)


def unknown_call(m: "Interpreter", callee: Value, args: Arguments, place: Place) -> Value:
    """The result of calling something that is not known: it may carry anything that went in."""
    why = callee.unknown or "the called function is not known"
    hand_out(m, callee, args)
    given = (replace(callee, unknown=""), *args.positional, *args.keywords.values(), args.more)
    result = library.opaque(m.state, given, why, m.site(place))
    if m.tracing:
        result = lineage.passed_through(m, given, result, why, place)
    if result.predictions and len(args.positional) == 2:
        return library.held_against(m.state, result, args.positional)
    return result


_SWITCHES: Final = re.compile("eval|freeze|mode")  # methods of networks that may switch them
_LOOKS_AT: Final = frozenset({"summary", "watch", "add_graph", "deepcopy", "ModelSummary"})


def hand_out(m: "Interpreter", callee: Value, args: Arguments) -> None:
    """Arguments go to code that is not read, which may switch networks among them to another mode."""
    if not any(symbol.rpartition(".")[2] in _LOOKS_AT for symbol in callee.symbols):
        library.hand_out(m, m.state, (*args.positional, *args.keywords.values()))


def call_symbol(m: "Interpreter", name: str, args: Arguments, place: Place, target: Place) -> Value:
    """Call something known by its qualified name."""
    special = builtin_calls.SPECIAL.get(name)
    if special is not None:
        result = special(m, args, place)
        if result is not None:
            return result
    row = tables.lookup(name)
    if isinstance(row, Class):
        return construct(m, row, args, place, target)
    if row is not None:
        return apply(m, row, name, None, args, place, target)
    definition = m.project.find(name)
    if definition is None:
        return unknown_call(m, Value(symbols=frozenset((name,)), unknown=f"`{name}` is not known"), args, place)
    if definition.kind is DefinitionKind.CLASS:
        return construct_project(m, f"{definition.module}.{definition.qualname}", args, place)
    value = names.definition_value(m, definition)
    if name in value.symbols:
        return unknown_call(m, unknown(f"`{name}` is not known"), args, place)
    return invoke(m, value, args, place, target)


# --- methods ----------------------------------------------------------------------------------------------------------


def call_method(m: "Interpreter", base: Value, name: str, args: Arguments, place: Place, target: Place) -> Value:
    """`base.name(args)` for whatever `base` may be."""
    m.step()
    results: list[Value] = []
    for symbol in sorted(base.symbols)[:MAX_TARGETS]:
        if name == "__call__":
            results.append(call_symbol(m, symbol, args, place, target))
        else:
            results.append(_method_of_symbol(m, base, f"{symbol}.{name}", args, place, target))
    if base.refs or base.types:
        results.extend(_method_of_object(m, base, name, args, place, target))
    if results:
        return join_all(results)
    folded = fold.method(base, name, _listed(m, args.positional), args.keywords)
    if folded is not None:
        return m.state.derive((base, *args.positional), **containers.identity(folded)) if base.origins else folded
    if base.elements is not None and name in ("index", "count"):
        return Value(types=frozenset(("int",)))
    if _may_be_text(base) and (row := tables.method("builtins.str", name)) is not None:
        return apply(m, row[0], row[0].name, base, args, place, target)
    return unknown_method(m, base, name, args, place)


def _listed(m: "Interpreter", values: tuple[Value, ...]) -> list[Value]:
    """The values, lists of which all members are known as tuples: a method of a text does the same with them."""
    known = [containers.listed(m, value) if value.refs else None for value in values]
    return [value if each is None else Value(elements=tuple(each)) for value, each in zip(values, known, strict=True)]


def _may_be_text(base: Value) -> bool:
    """Whether a method that texts have is that method: of a text, or of content that is understood but has no type."""
    opaque = base.unknown or base.refs or base.symbols or base.funcs or base.elements is not None
    return bool(base.constants) or (base.types <= _TEXT_TYPES and not opaque)


def _method_of_symbol(m: "Interpreter", base: Value, name: str, args: Arguments, place: Place, target: Place) -> Value:
    found = names.qualified(m, name)
    if name in m.patches:
        return invoke(m, found, args, place, target)
    if found.symbols == frozenset((name,)) or name in found.symbols:
        row = tables.lookup(name)
        if row is None and m.project.find(name) is None:
            parent, _, method = name.rpartition(".")
            inherited = tables.method(parent, method) or _inherited_row(m, parent, method)
            if inherited is not None:  # a class method, or a method called through its class
                return apply(m, inherited[0], name, None, args, place, target)
            if base.origins:
                result = unknown_call(m, m.state.derive((base,), unknown=f"`{name}` is not known"), args, place)
                return client_order.viewed(m, base, method, result, place)
        return call_symbol(m, name, args, place, target)
    return invoke(m, found, args, place, target)


def _inherited_row(m: "Interpreter", class_name: str, method: str) -> tuple[Api, Class] | None:
    for parent in sorted(m.external_bases(class_name)):
        found = tables.method(parent, method)
        if found is not None:
            return found
    return None


def unknown_method(m: "Interpreter", base: Value, name: str, args: Arguments, place: Place) -> Value:
    """A method that nothing is known of: the result may carry everything that went in.

    Somebody's key does not make the row somebody's (`session.get(Model, key)`): what only came in as an argument may
    have chosen the result, or be in it.
    """
    why = base.unknown or f"method `{name}` is not known"
    if name in _STEPS_BACK:
        library.stepped_back(m, m.state, (base, *args.positional[:1]), place)
    given = (*args.positional, *args.keywords.values(), args.more)
    if name not in _LOOKS_AT:
        library.hand_out(m, m.state, (base, *given) if _SWITCHES.search(name) else given)
    result = client_order.viewed(
        m, base, name, library.opaque(m.state, (replace(base, unknown=""), *given), why, m.site(place)), place
    )
    if result.worst(*UNTRUSTED) and not any(origin.kind in UNTRUSTED for origin in m.state.origins(base)):
        return replace(result, checks=result.checks | {LOOKED_UP})
    return result


def _method_of_object(
    m: "Interpreter", base: Value, name: str, args: Arguments, place: Place, target: Place
) -> list[Value]:
    results: list[Value] = []
    held = [obj.items[name] for obj in m.state.objects(base) if obj.kind == "instance" and name in obj.items]
    if held:
        return [invoke(m, join_all(held), args, place, target)]
    contained = container_methods.method(m, base, name, args.positional, args.keywords, place)
    if contained is not None:
        return [contained]
    for class_name in classes_of(m, base)[:MAX_TARGETS]:
        found = tables.method(class_name, name)
        if found is None:
            method = m.project.method(class_name, name)
            if method is not None and isinstance(method.node, ir.Function):
                m.code.setdefault((method.module, method.qualname), method.node)
                receiver = None if has_decorator(method.node, "staticmethod") else base
                results.append(call_project(m, Func(method.module, method.qualname, receiver), args, place))
                continue
            found = _inherited_row(m, class_name, name)
            if found is None and method is not None:  # `load = staticmethod(pickle.loads)` in the class
                held_by_class = schemas.field_value(m, class_name, base, name, method)
                if held_by_class is not None and (held_by_class.symbols or held_by_class.funcs):
                    results.append(invoke(m, held_by_class, args, place, target))
            elif found is None and name == "__call__":
                _forward(m, class_name, base, args, place, results)
        if found is not None and found[0].option("attribute"):  # an object that is held under this name is called
            held_there = invocation_of(m, found[0], f"{class_name}.{name}", base, Arguments((), {}), place)
            results.append(invoke(m, library.run(held_there), args, place, target))
        elif found is not None:
            label = name if class_name.startswith("abstract.") else f"{class_name}.{name}"
            result = apply(m, found[0], label, base, args, place, target)
            if found[0].effect == "forward" and activations.ASKED_FOR in m.roles:
                result = activations.answer(m, base, class_name, args, result, place)
            results.append(result)
    return results


def _forward(
    m: "Interpreter", class_name: str, base: Value, args: Arguments, place: Place, results: list[Value]
) -> None:
    """Calling a torch module runs its `forward` (documentation of torch.nn.Module)."""
    method = m.project.method(class_name, "forward")
    if method is not None and isinstance(method.node, ir.Function):
        m.code.setdefault((method.module, method.qualname), method.node)
        results.append(call_project(m, Func(method.module, method.qualname, base), args, place))


def bound_attribute(m: "Interpreter", base: Value, name: str, place: Place) -> Value | None:
    """The attribute `name` of an object: a member, a property, a bound method; None if nothing is known."""
    known = library.attribute(m, m.state, base, name, place)
    if known is not None:
        return known
    held = [obj.items[name] for obj in m.state.objects(base) if obj.kind == "instance" and name in obj.items]
    if held:
        return join_all(held)
    results: list[Value] = []
    for class_name in classes_of(m, base)[:MAX_TARGETS]:
        found = _class_attribute(m, class_name, base, name, place)
        if found is not None:
            results.append(found)
    return join_all(results) if results else None


def _class_attribute(m: "Interpreter", class_name: str, base: Value, name: str, place: Place) -> Value | None:
    row = tables.method(class_name, name)
    if row is None:
        method = m.project.method(class_name, name)
        if method is not None:
            if isinstance(method.node, ir.Function):
                m.code.setdefault((method.module, method.qualname), method.node)
                func = Func(
                    method.module, method.qualname, None if has_decorator(method.node, "staticmethod") else base
                )
                if _is_property(method.node):
                    return call_project(m, func, Arguments((), {}), place)
                return Value(funcs=frozenset((func,)))
            return schemas.field_value(m, class_name, base, name, method)
        row = _inherited_row(m, class_name, name)
    if row is None:
        return None
    api = row[0]
    if (api.effect == "source" and not api.params) or api.option("attribute"):
        api = with_fields(m, api, base) if api.option("fields") else api
        return library.run(invocation_of(m, api, f"{class_name}.{name}", base, Arguments((), {}), place))
    return Value(funcs=frozenset((Func("", name, receiver=base),)))


def _is_property(node: ir.Function) -> bool:
    for each in node.decorators:
        last = each.name if isinstance(each, ir.Attribute) else each.id if isinstance(each, ir.Name) else ""
        if last in ("property", "cached_property", "hybrid_property", "getter"):
            return True
    return False


def _call_super(m: "Interpreter", name: str, args: Arguments, place: Place) -> Value:
    """`super().name(args)`: the method of the first base that has it."""
    frame = m.frame
    definition = m.project.find(frame.owner) if frame.owner else None
    if definition is None or frame.this == NOTHING:
        return m.state.derive((*args.positional, *args.keywords.values()), unknown="`super()` is not known")
    for base in m.project.bases(definition):
        method = m.project.method(base, name)
        if method is not None and isinstance(method.node, ir.Function):
            m.code.setdefault((method.module, method.qualname), method.node)
            return call_project(m, Func(method.module, method.qualname, frame.this), args, place)
        row = tables.method(base, name)
        if row is not None:
            return apply(m, row[0], row[0].name, frame.this, args, place, place)
        row_of_base = tables.lookup(base)
        if name == "__init__" and isinstance(row_of_base, Class):
            return _filled(m, frame.this, row_of_base, args, place)
    return m.state.derive((frame.this, *args.positional, *args.keywords.values()), unknown="`super()` is not known")


def _given_as_content(m: "Interpreter", row: Class, args: Arguments, place: Place) -> Value:
    """What the constructor of a library's class is given: all of it, or the arguments that option `content` names."""
    wanted = row.option("content").split()
    bound, _ = bind(row.params, Api(name=row.name, params=row.params).positional, args)
    values = [as_file(m, bound[name], place) for name in wanted if name in bound] or list(bound.values())
    why = next((value.unknown for value in values if value.unknown), "") if wanted else ""
    return m.state.derive((*values, args.more), unknown=why)


def _filled(m: "Interpreter", this: Value, row: Class, args: Arguments, place: Place) -> Value:
    """The constructor of a library's class has run: what it was given is the content of the object."""
    given = _given_as_content(m, row, args, place)
    why = given.unknown or next((value.unknown for value in args.positional if value.unknown), "")
    origins = given.origins or (frozenset((Origin("unknown", why),)) if why else given.origins)
    m.state.update(this, lambda obj: replace(obj, origins=obj.origins | origins))
    return literal(None)


# --- project calls ----------------------------------------------------------------------------------------------------


def construct_project(m: "Interpreter", class_name: str, args: Arguments, place: Place) -> Value:
    """An instance of a class of the project: its `__init__` is run, or its fields are filled in."""
    row = m.class_row(class_name)
    obj = Obj(kind="instance", type=class_name, how=row.how if row is not None else "")
    made = m.allocate(place, obj, types=frozenset((class_name,)))
    init = m.project.method(class_name, "__init__")
    if init is not None and isinstance(init.node, ir.Function):
        m.code.setdefault((init.module, init.qualname), init.node)
        call_project(m, Func(init.module, init.qualname, made), args, place)
        m.state.live = True
        if m.is_a(class_name, "torch.utils.data.Dataset"):
            library.keeps_rows(m, m.state, made, class_name, (*args.positional, *args.keywords.values()), place)
            _cut_into_windows(m, class_name, made)
        return made
    # Arguments are for the constructor of the library's class, if it says which of them are the content.
    filled = made if row is not None and row.option("content") else schemas.fill(m, class_name, made, args)
    if row is not None and row.option("keeps"):  # its constructor keeps what it is given under the same names
        bound, _ = bind(row.params, Api(name=row.name, params=row.params).positional, args)
        m.state.update(filled, lambda obj: replace(obj, items={**obj.items, **bound}))
    if row is not None and row.roles:
        construct(m, row, args, place, place)  # a fact, as of an instance of the library's class itself
    if row is None or filled.origins:
        return filled
    # The constructor of the library's class: what it is given is the content, as of an instance of that class itself.
    content = _given_as_content(m, row, args, place)
    why = filled.unknown or ("" if content.origins else content.unknown)
    filled = replace(
        filled, origins=content.origins, unknown=why, checks=content.checks if content.origins else filled.checks
    )
    if not row.origin or row.option("channel"):
        return filled
    source = Origin(row.origin, row.name, trace=Trace(place, f"`{row.name}` reads from outside"))
    return replace(filled, origins=filled.origins | {source})


def _cut_into_windows(m: "Interpreter", class_name: str, made: Value) -> None:
    """The items of a dataset may be windows over what it holds, which share rows."""
    method = m.project.method(class_name, "__getitem__")
    if method is not None and isinstance(method.node, ir.Function) and m.state.rows(made):
        found = windows.in_items(m, method.node)
        if found is not None:
            library.windowed(m.state, made, made, Place(method.module, found.start, found.end))


def call_project(m: "Interpreter", func: Func, args: Arguments, place: Place) -> Value:
    """Run a function of the project with these arguments."""
    node = m.code.get((func.module, func.qualname))
    if node is None:
        definition = m.project.find(f"{func.module}.{func.qualname}")
        if definition is None or not isinstance(definition.node, ir.Function):
            return unknown_call(m, unknown(f"`{func.qualname}` is not known"), args, place)
        node = m.code[func.module, func.qualname] = definition.node
    receiver = func.receiver
    if receiver is not None and isinstance(node, ir.Function) and has_decorator(node, "classmethod"):
        receiver = Value(symbols=frozenset(classes_of(m, receiver)) or receiver.symbols)
    positional = args.positional if receiver is None else (receiver, *args.positional)
    shift = 0 if receiver is None else 1
    places: dict[int | str, Place] = {
        key + shift if isinstance(key, int) else key: value for key, value in args.places.items()
    }
    given = Arguments(positional, args.keywords, args.open, places, args.more)
    if not (args.positional or args.keywords or args.open) and isinstance(node, ir.Function):
        given = _from_command_line(m, func, node, given)
    return summaries.run(m, func, node, given, place)


def _from_command_line(m: "Interpreter", func: Func, node: ir.Function, args: Arguments) -> Arguments:
    """What a command called without arguments gets: its decorator reads them from the command line."""
    handler = m.handlers.get((func.module, func.qualname))
    if handler is None or handler.origin != "command-line":
        return args
    options = [each for each in node.parameters[len(args.positional) :] if each.kind not in ("args", "kwargs")]
    named = {each.name: schemas.parameter(m, func.module, func.qualname, each, handler) for each in options}
    return Arguments(args.positional, named, places=args.places)
