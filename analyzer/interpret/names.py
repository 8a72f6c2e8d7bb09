"""What does a name mean here: local, enclosing, module, imported, built in?"""

import builtins
import sys
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final

from analyzer.interpret.lasting import loosen
from analyzer.interpret.values import Func, Obj, Origin, Place, Trace, Value, join, literal, unknown
from analyzer.knowledge.lookup import canonical, libraries, lookup
from analyzer.knowledge.table import Api
from analyzer.knowledge.vocabulary import FREE
from analyzer.project.definition import Definition, DefinitionKind
from analyzer.syntax import ir
from analyzer.syntax.walk import has_decorator

if TYPE_CHECKING:
    from analyzer.interpret.machine import Environment, Interpreter

ENVIRONMENT_STEPS: Final = 1_500  # statements of an imported module's body that are run to know its variables

_BUILTINS: Final = (frozenset(dir(builtins)) - {"__name__", "__file__", "__doc__", "__spec__", "__loader__"}) | {
    "unicode",
    "xrange",
    "raw_input",
    "basestring",
    "long",
    "reduce",
    "execfile",
}


def is_global(m: "Interpreter", name: str) -> bool:
    """Whether `name` is imported here or a name of the module, rather than a parameter or variable of a function."""
    return name not in m.state.names or not m.frames[-1].qualname


def load_name(m: "Interpreter", name: str) -> Value:
    """The value of `name` in the running frame."""
    frame = m.frames[-1]
    if name not in frame.shared:
        value = m.state.names.get(name)
        if value is not None:
            return value
    outer = frame.outer
    while outer is not None:
        value = outer.state.names.get(name)
        if value is not None and outer.qualname:
            return value
        outer = outer.outer
    return global_name(m, frame.module, name)


def global_name(m: "Interpreter", module: str, name: str) -> Value:
    """The value of a module-level name, or the built-in of that name."""
    value = global_names(m, module).get(name)
    if value is not None:
        if value.refs or value.elements is not None:
            _adopt_from(m, module, value)
        return value
    if name in _BUILTINS:
        return Value(symbols=frozenset((f"builtins.{name}",)))
    found = m.project.find(f"{module}.{name}") if m.project.symbols(module) else None
    if found is not None and found.kind in (DefinitionKind.FUNCTION, DefinitionKind.CLASS):
        return definition_value(m, found)  # defined further down than where the body stopped
    return _free_name(m, module, name) or special_name(m, module, name)


def _free_name(m: "Interpreter", module: str, name: str) -> Value | None:
    """The module of the standard library that a name stands for if nothing binds it; None if something may.

    Where the import is left out, as in snippets and cells of notebooks, the name has no other meaning. What a star
    import of a module that is not there binds is not known: then only names that nobody gives to anything else count.
    """
    if name not in FREE and (name not in sys.stdlib_module_names or name not in libraries()):
        return None
    symbols = m.project.symbols(module)
    if symbols is None or name in symbols.bindings or (symbols.stars and name not in FREE):
        return None
    return Value(symbols=frozenset((canonical(name),)))


def special_name(m: "Interpreter", module: str, name: str) -> Value:
    """`__name__`, `__file__` and names that nothing defines."""
    if name == "__name__":
        # The module that is asked about may be run or imported; others are imported by it.
        main = bool(m.frames) and m.frames[0].module == module
        return join(literal("__main__"), literal(module)) if main else literal(module)
    if name == "__file__":
        return Value(types=frozenset(("str",)), origins=frozenset((Origin("package-resource", "__file__"),)))
    return unknown(f"`{name}` is not defined here")


def global_names(m: "Interpreter", module: str) -> dict[str, Value]:
    """The module-level names of `module` as they are now."""
    running = m.running.get(module)
    if running is not None:
        return m.state.names if m.frames[-1] is running else running.state.names
    environment = environment_of(m, module)
    return environment.names if environment is not None else {}


def set_global(m: "Interpreter", module: str, name: str, value: Value) -> None:
    """`global name; name = value` in a function of `module`: from now on, in this walk, the name may be that, too."""
    held = global_names(m, module)
    if module not in m.running:
        environment = environment_of(m, module)
        if environment is None:
            return
        # The environments are those of all walks: what one of them does must not be seen by another.
        own = m.changed[module] = replace(environment, names=dict(environment.names), heap=dict(environment.heap))
        held = own.names
        adopt_into(own.heap, value, m.state.heap)
    held[name] = join(held[name], value) if name in held else value


def environment_of(m: "Interpreter", module: str) -> "Environment | None":
    """A module body after it has run; it is run if it has not been."""
    environment = m.changed.get(module) or m.environments.get(module) or m.partial.get(module)
    return environment if environment is not None else run_module(m, module)


def _adopt_from(m: "Interpreter", module: str, value: Value) -> None:
    if module not in m.running:
        environment = environment_of(m, module)
        if environment is not None:
            adopt(m, value, environment.heap)


def variable(m: "Interpreter", definition: Definition) -> Value:
    """The value of a variable of another module, whose body is run if it has not been."""
    module, name = definition.module, definition.qualname
    if "." in name:
        return _class_attribute(m, definition)
    if module in m.running:
        m.incomplete = m.incomplete or m.frames[0].module != module
        return global_names(m, module).get(name) or unknown(f"`{name}` is not set yet: modules import each other")
    environment = environment_of(m, module)
    if environment is None:
        return unknown(f"`{module}` could not be read")
    value = environment.names.get(name.partition(".")[0])
    if value is None:
        return unknown(f"`{name}` of `{module}` is not known")
    adopt(m, value, environment.heap)
    return value


def _class_attribute(m: "Interpreter", definition: Definition) -> Value:
    """The value that a class body gives an attribute; what instances or later code set is not in it."""
    from analyzer.interpret.schemas import evaluate_in

    match definition.node:
        case ir.Assign(targets=(ir.Name(),), value=value) | ir.AnnAssign(value=value) if value is not None:
            return evaluate_in(m, definition.module, value)
        case _:
            return unknown(f"`{definition.qualname}` is not known")


def adopt(m: "Interpreter", value: Value, heap: dict[int, Obj]) -> None:
    """Bring the heap objects that `value` reaches from another module's heap into the current one."""
    for ref, obj in reached(value, heap, m.state.heap):
        m.state.write(ref, obj)


def adopt_into(heap: dict[int, Obj], value: Value, source: dict[int, Obj]) -> None:
    """Bring the objects that `value` reaches in `source` into `heap`, where they are not in it."""
    heap.update(reached(value, source, heap))


def reached(value: Value, heap: dict[int, Obj], known: dict[int, Obj]) -> list[tuple[int, Obj]]:
    """The objects of `heap` that `value` reaches and that are not `known`."""
    found: dict[int, Obj] = {}
    stack = [value]
    while stack:
        current = stack.pop()
        stack.extend(current.elements or ())
        for ref in current.refs:
            if ref in heap and ref not in known and ref not in found:
                obj = found[ref] = heap[ref]
                stack.extend(obj.items.values())
                if obj.rest is not None:
                    stack.append(obj.rest)
    return list(found.items())


def run_module(m: "Interpreter", module: str) -> "Environment | None":
    """Run the body of an imported module for its variables, apart from the current walk: facts in it are not its."""
    from analyzer.interpret.entry import start
    from analyzer.interpret.machine import BudgetExhausted, Environment, Frame, Interpreter

    code = m.project.module(module)
    if code is None or len(m.running) > 12:
        return None
    inner = Interpreter(m.project, frozenset(), m.environments, m.relevance)
    inner.idle = 1  # nothing is recorded here, so calls are only followed for what they return
    inner.running.update(m.running)
    inner.partial = m.partial
    inner.steps_left = ENVIRONMENT_STEPS
    frame = Frame(module, "", 0, inner.state)
    inner.frames.append(Frame(module, "", 0, inner.state) if not m.frames else m.frames[0])
    inner.frames.append(frame)
    inner.running[module] = frame
    with suppress(BudgetExhausted, RecursionError):  # what was bound until then is still right
        inner.run(code.body)
    loosen(code.body, inner.state.names, inner.state.heap)
    environment = Environment(inner.state.names, inner.state.heap)
    if not inner.incomplete:
        start(inner, frame, code, environment)
    m.code.update(inner.code)
    # What was read while a body was still running is right for this walk only: another one begins elsewhere.
    (m.partial if inner.incomplete else m.environments)[module] = environment
    return environment


def definition_value(m: "Interpreter", definition: Definition) -> Value:
    """The value that a project definition (or an external name) stands for."""
    kind = definition.kind
    if kind is DefinitionKind.FUNCTION:
        if isinstance(definition.node, ir.Function):
            m.code.setdefault((definition.module, definition.qualname), definition.node)
        value = Value(funcs=frozenset((Func(definition.module, definition.qualname),)))
    elif kind is DefinitionKind.VARIABLE:
        value = variable(m, definition)
    else:  # module, class, external: known by name
        name = definition.qualified
        value = Value(symbols=frozenset((canonical(name) if kind is DefinitionKind.EXTERNAL else name,)))
    if definition.external:
        value = join(value, Value(symbols=frozenset((canonical(definition.external),))))
    return value


def qualified(m: "Interpreter", name: str) -> Value:
    """The value of a dotted name that begins with a module or class."""
    cached: Value | None = m.qualified.get(name)
    if cached is not None:
        return cached
    value = _qualified(m, name)
    if not value.refs and not m.incomplete:
        m.qualified[name] = value
    return value


def _qualified(m: "Interpreter", name: str) -> Value:
    patched = m.patches.get(name)
    if patched is not None:
        return patched
    if lookup(name) is None:
        found = m.project.find(name)
        if found is not None:
            owner = name.rpartition(".")[0]
            return definition_value(m, found) if not _is_class_method(found) else _of_class(m, found, owner)
    return Value(symbols=frozenset((canonical(name),)))


def patch(m: "Interpreter", base: Value, name: str, value: Value, place: Place) -> None:
    """Remember that a name of a module or class, such as `json.loads`, may have been given another value.

    It has been for sure if a function that is known is given in a module's own body.
    """
    from analyzer.interpret.assignments import is_unconditional

    for symbol in sorted(base.symbols):
        dotted = f"{symbol}.{name}"
        surely = bool(value.funcs) and not value.unknown and len(base.symbols) == 1 and is_unconditional(m, place)
        m.patches[dotted] = value if surely else join(qualified(m, dotted), value)
        m.qualified.pop(dotted, None)
        m.version += 1


def _is_class_method(found: Definition) -> bool:
    return isinstance(found.node, ir.Function) and has_decorator(found.node, "classmethod")


def _of_class(m: "Interpreter", found: Definition, owner: str) -> Value:
    """A class method that is read from the class `owner`, which it gets as its first argument."""
    funcs = definition_value(m, found).funcs
    receiver = Value(symbols=frozenset((owner,)))
    return Value(funcs=frozenset(Func(func.module, func.qualname, receiver=receiver) for func in funcs))


@cache
def source_row(name: str) -> Api | None:
    """The row of `name` if merely naming it reads a source (`flask.request.files`, `sys.argv`)."""
    row = lookup(name)
    return row if isinstance(row, Api) and row.effect == "source" and not row.params and row.origin else None


def is_source(value: Value) -> bool:
    """Whether a value names a source and has not been read yet."""
    return not value.origins and any(map(source_row, value.symbols))


def read_sources(value: Value, place: Place) -> Value:
    """`value` with the origins of the sources it names, if it names any and does not have them already."""
    if value.origins:
        return value
    found = [row for symbol in value.symbols if (row := source_row(symbol)) is not None]
    if not found:
        return value
    origins = frozenset(Origin(row.origin, row.name, trace=Trace(place, f"`{row.name}` is read here")) for row in found)
    types = frozenset(row.returns for row in found if row.returns)
    return Value(symbols=value.symbols, types=types, origins=origins, unknown=value.unknown)


def import_names(m: "Interpreter", node: ir.Import | ir.ImportFrom) -> None:
    """Bind what an import statement imports."""
    importer = m.frames[-1].module
    names = m.state.names
    if isinstance(node, ir.Import):
        for alias in node.names:
            spelled = alias.name if alias.bound else alias.name.partition(".")[0]
            inside = m.project.resolve_import(importer, spelled, 0)
            if inside is not None and m.project.is_namespace(inside) and spelled.partition(".")[0] in libraries():
                inside = None
            name = inside if inside is not None else canonical(spelled)
            names[alias.bound or spelled] = Value(symbols=frozenset((name,)))
        return
    for alias in node.names:
        if alias.name == "*":
            _import_star(m, importer, node)
            continue
        names[alias.bound or alias.name] = imported(m, importer, node.module, node.level, alias.name)


def imported(m: "Interpreter", importer: str, module: str, level: int, name: str) -> Value:
    """What `from module import name` means in `importer`."""
    found = m.project.find_import(importer, module, level, name)
    if found is not None:
        return definition_value(m, found)
    if level:
        return unknown(f"`{'.' * level}{module}` is not in the project")
    return Value(symbols=frozenset((canonical(f"{module}.{name}"),)))


def _import_star(m: "Interpreter", importer: str, node: ir.ImportFrom) -> None:
    inside = m.project.resolve_import(importer, node.module, node.level)
    symbols = m.project.symbols(inside) if inside is not None else None
    if inside is None or symbols is None:
        for name in star_names(node.module):
            m.state.names.setdefault(name, Value(symbols=frozenset((canonical(f"{node.module}.{name}"),))))
        return
    for name in (*symbols.bindings, *symbols.lazy):
        if symbols.exported(name):
            m.state.names[name] = imported(m, importer, node.module, node.level, name)
    for star in symbols.stars:
        inner = m.project.resolve_import(inside, star.module, star.level)
        if inner is not None and inner != importer:
            for name in (m.project.symbols(inner) or symbols).bindings:
                found = m.project.find(f"{inside}.{name}")
                if found is not None and not name.startswith("_"):
                    m.state.names.setdefault(name, definition_value(m, found))


def star_names(module: str) -> Iterable[str]:
    """The names of an external module that the tables know: what `from module import *` may bind."""
    from analyzer.knowledge.lookup import members

    return members(canonical(module))


def subscript_of_symbols(value: Value) -> Value | None:
    """`Name[…]` of something known by name only: a generic alias stays what it is; None for anything else."""
    if value.symbols and not value.origins and not value.refs:
        return Value(symbols=value.symbols, unknown=value.unknown)
    return None
