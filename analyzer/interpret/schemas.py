"""What does an annotation or a declared field promise about a value?

Frameworks such as FastAPI and pydantic check values against annotations before code sees them. Which annotations
promise what is in the tables (options `promises`, `bounds`, `shapes`); this module reads the annotations.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import instances, library, permissive
from analyzer.interpret.containers import members
from analyzer.interpret.spelling import atom
from analyzer.interpret.values import (
    EMPTY,
    NOTHING,
    SENT,
    SIZED,
    Func,
    Origin,
    Place,
    Trace,
    Value,
    join,
    literal,
    settled,
    unknown,
)
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.table import Api, Class
from analyzer.project.definition import Definition
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

_PARSED: Final = frozenset({"parsed"})
_TYPED: Final = frozenset({"parsed", "typed"})
_NUMBER: Final = _TYPED | {SIZED}
_BUILTIN: Final = {
    "builtins.int": _NUMBER | {"finite"},
    "builtins.bool": _NUMBER | {"finite", "bounded", "shaped"},
    "builtins.float": _NUMBER,
    "builtins.str": _TYPED,
    "builtins.bytes": _TYPED,
    "datetime.date": _TYPED | {"finite"},
    "datetime.datetime": _TYPED | {"finite"},
    "decimal.Decimal": _NUMBER,
    "uuid.UUID": _TYPED | {"finite", "bounded", "shaped"},
    "enum.Enum": _TYPED | {"finite", "bounded", "shaped"},
}
_NUMBERS: Final = frozenset({"builtins.int", "builtins.float", "builtins.bool", "decimal.Decimal"})
_WRAPPERS: Final = frozenset(
    {"typing.Optional", "typing.Union", "typing.Required", "typing.NotRequired", "typing_extensions.Required"}
)
_VALIDATORS: Final = frozenset({"check_types", "validate_call", "validate_arguments"})  # what is worth a look
_LONGEST: Final = frozenset({"max_length", "max_items", "max_size"})
_INJECTED: Final = frozenset({"fastapi.Depends", "fastapi.Security", "fastapi.params.Depends"})
MAX_NESTING: Final = 8


def evaluate_in(m: "Interpreter", module: str, expr: ir.Expr) -> Value:
    """The value of an expression in the module-level names of `module` (defaults, annotations, class attributes)."""
    from analyzer.interpret.machine import Frame
    from analyzer.interpret.names import global_names
    from analyzer.interpret.state import State

    if isinstance(expr, ir.Const):
        return m.evaluate(expr)
    outer, heap = m.state, m.state.heap
    state = State(dict(global_names(m, module)), heap)
    m.frames.append(Frame(module, "", m.frames[-1].context if m.frames else 0, state))
    m.state = state
    try:
        return m.evaluate(expr)
    finally:
        m.frames.pop()
        outer.heap = m.state.heap
        m.state = outer


def checks_of(m: "Interpreter", module: str, annotation: ir.Expr, depth: int = 0) -> frozenset[str]:
    """The checks a value has passed once a validating framework accepted it as `annotation`."""
    if depth > MAX_NESTING:
        return EMPTY
    module, annotation = aliased(m, module, annotation)
    if isinstance(annotation, ir.Const) and annotation.value is None:
        return _TYPED | {"finite", "bounded", "shaped"}
    if isinstance(annotation, ir.Binary) and annotation.op == "|":
        return checks_of(m, module, annotation.left, depth + 1) & checks_of(m, module, annotation.right, depth + 1)
    if isinstance(annotation, ir.Subscript):
        return _subscripted(m, module, annotation, depth)
    if isinstance(annotation, ir.Call):
        return _constraints(m, module, annotation) | _TYPED
    value = evaluate_in(m, module, annotation)
    return named_checks(m, value)


def named_checks(m: "Interpreter", value: Value) -> frozenset[str]:
    """The checks that an annotation known by name promises; none if it may be several things that differ."""
    found: frozenset[str] | None = None
    for symbol in value.symbols:
        row = tables.lookup(symbol)
        promised = _BUILTIN.get(symbol)
        if promised is None and isinstance(row, (Class, Api)):
            promised = frozenset(row.option("promises").split()) if row.option("promises") else None
        if promised is None and m.project.find(symbol) is not None:
            promised = _project_class(m, symbol)
        mine = promised if promised is not None else EMPTY
        found = mine if found is None else found & mine
    return found or EMPTY


def _project_class(m: "Interpreter", symbol: str) -> frozenset[str]:
    """What an instance of a class of the project promises as a whole."""
    known = m.fields.get((symbol, ""))
    if known is None:
        m.fields[symbol, ""] = EMPTY  # a class that holds itself
        known = m.fields[symbol, ""] = _promised(m, symbol)
    return known


def _promised(m: "Interpreter", symbol: str) -> frozenset[str]:
    if any(m.is_a(symbol, base) for base in ("enum.Enum", "enum.StrEnum", "enum.IntEnum")):
        return _BUILTIN["enum.Enum"]
    return _TYPED | _all_fields(m, symbol) if is_schema(m, symbol) else EMPTY


def _all_fields(m: "Interpreter", class_name: str) -> frozenset[str]:
    """What every field of a schema promises, and so the whole."""
    found: list[frozenset[str]] = []
    for name in field_names(m, class_name):
        definition = m.project.method(class_name, name)
        if definition is not None and isinstance(definition.node, ir.AnnAssign):
            found.append(checks_of_field(m, class_name, name, definition, definition.node))
    return frozenset.intersection(*found) if found else EMPTY


def checks_of_field(
    m: "Interpreter", class_name: str, name: str, definition: Definition, node: ir.AnnAssign
) -> frozenset[str]:
    """What a field promises by its annotation, its constraints, the validators and the settings of its class."""
    known = m.fields.get((class_name, name))
    if known is None:
        known = m.fields[class_name, name] = _checks_of_field(m, class_name, name, definition, node)
    return known


def _checks_of_field(
    m: "Interpreter", class_name: str, name: str, definition: Definition, node: ir.AnnAssign
) -> frozenset[str]:
    checks = checks_of(m, definition.module, node.annotation, 1)
    if isinstance(node.value, ir.Call):
        checks |= _constraints(m, definition.module, node.value)
    if permissive.is_configured(m, class_name):
        checks |= {"finite"}
    return settled(checks | _validated(m, class_name, name))


def listed_checks(m: "Interpreter", class_names: Iterable[str], validators: str) -> frozenset[str]:
    """What every field promises that the classes list as attributes (marshmallow, Django REST framework).

    A method of the class whose name is `validators` and that of a field is given its value, and raises if it is bad.
    """
    found: list[frozenset[str]] = []
    for name in class_names:
        definition = m.project.find(name)
        body = definition.node.body if definition is not None and isinstance(definition.node, ir.Class) else ()
        for each in body:
            if definition is not None and isinstance(each, ir.Assign) and isinstance(each.value, ir.Call):
                made = [row for row in _rows_of(m, definition.module, each.value) if row.option("promises")]
                named = [target.id for target in each.targets if isinstance(target, ir.Name)]
                if made and named:
                    own = _validated_by(m, name, definition, f"{validators}{named[0]}", named[0])
                    found.append(_constraints(m, definition.module, each.value) | own)
    return frozenset.intersection(*found) if found else EMPTY


def _validated_by(m: "Interpreter", class_name: str, owner: Definition, method: str, field: str) -> frozenset[str]:
    """What the method of a class has checked when it gives back the value of `field` that it was given."""
    found = m.project.method(class_name, method)
    if found is None or not isinstance(found.node, ir.Function) or len(found.node.parameters) != 2:
        return EMPTY
    m.code.setdefault((found.module, found.qualname), found.node)
    func = Func(found.module, found.qualname, receiver=Value(types=frozenset((class_name,))))
    given = Value(origins=frozenset((Origin("request", field),)))
    place = Place(owner.module, found.node.start, found.node.end)
    result = m.call(Value(funcs=frozenset((func,))), (given,), {}, place)
    return result.checks if result.origins else EMPTY


def _rows_of(m: "Interpreter", module: str, call: ir.Call) -> list[Api | Class]:
    rows = (tables.lookup(symbol) for symbol in sorted(evaluate_in(m, module, call.func).symbols))
    return [row for row in rows if row is not None]


def instance_of(m: "Interpreter", value: Value, made: Value) -> Value:
    """`value`, which has been read as an object of the class `made`: its fields are checked."""
    classes = [name for name in sorted(made.symbols) if is_schema(m, name)]
    if not classes or not value.origins:
        return value
    checks = value.checks.union(*(_project_class(m, name) for name in classes))
    marks = value.marks.union(*(permissive.of_class(m, name) for name in classes))
    return replace(value, types=value.types.union(classes), checks=checks, marks=marks, refs=EMPTY, elements=None)


def _validated(m: "Interpreter", class_name: str, name: str) -> frozenset[str]:
    """What the validators of a class for field `name` have checked: the result of running them on such a value."""
    owner = m.project.find(class_name)
    if owner is None or not isinstance(owner.node, ir.Class):
        return EMPTY
    checks: frozenset[str] = EMPTY
    for statement in owner.node.body:
        if not isinstance(statement, ir.Function) or not statement.decorators:
            continue
        qualname = f"{owner.qualname}.{statement.name}"
        given = Value(origins=frozenset((Origin("request", name),)))
        if _validates(m, owner.module, statement, name):
            func = Func(owner.module, qualname, receiver=Value(symbols=frozenset((class_name,))))
        elif _validates_all(m, owner.module, statement) and _asks_for(statement, name):
            func = Func(owner.module, qualname)  # its first argument is the object
        else:
            continue
        place = Place(owner.module, statement.start, statement.end)
        result = m.call(Value(funcs=frozenset((func,))), (given,), {}, place)
        checks |= result.checks if result.origins else EMPTY
    return checks


def _validates_all(m: "Interpreter", module: str, function: ir.Function) -> bool:
    """Whether a decorator such as `model_validator(mode="after")` makes `function` one of the finished object."""
    for decorator in function.decorators:
        modes = (
            {each.value.value for each in decorator.keywords if isinstance(each.value, ir.Const)}
            if isinstance(decorator, ir.Call)
            else set()
        )
        if "after" in modes and isinstance(decorator, ir.Call):
            symbols = evaluate_in(m, module, decorator.func).symbols
            if any("object-validator" in row.roles for s in symbols if (row := tables.lookup(s)) is not None):
                return True
    return False


def _asks_for(function: ir.Function, name: str) -> bool:
    """Whether a method mentions the attribute `name` of its object."""
    this = function.parameters[0].name if function.parameters else ""
    return any(
        isinstance(each, ir.Attribute) and each.name == name and isinstance(each.base, ir.Name) and each.base.id == this
        for each in walk(function)
    )


def _validates(m: "Interpreter", module: str, function: ir.Function, name: str) -> bool:
    """Whether a decorator such as `field_validator("x", "y")` makes `function` a validator of field `name`."""
    for decorator in function.decorators:
        if not isinstance(decorator, ir.Call):
            continue
        named = {arg.value for arg in decorator.args if isinstance(arg, ir.Const)}
        rows = (tables.lookup(symbol) for symbol in evaluate_in(m, module, decorator.func).symbols)
        if (name in named or "*" in named) and any("field-validator" in row.roles for row in rows if row is not None):
            return True
    return False


def is_schema(m: "Interpreter", class_name: str) -> bool:
    """Whether instances of a project class only exist after their fields were checked (pydantic and the like)."""
    return any(
        "typed" in (row.how, *row.option("promises").split())
        for base in m.external_bases(class_name)
        if (row := tables.class_row(base)) is not None
    )


def _subscripted(m: "Interpreter", module: str, annotation: ir.Subscript, depth: int) -> frozenset[str]:
    base = evaluate_in(m, module, annotation.base)
    index = annotation.index
    parts = index.items if isinstance(index, ir.Sequence) else (index,)
    if base.may_be("typing.Annotated", "typing_extensions.Annotated"):
        checks = checks_of(m, module, parts[0], depth + 1)
        for extra in parts[1:]:
            checks |= _constraints(m, module, extra)
        return settled(checks)
    if base.may_be("typing.Literal", "typing_extensions.Literal"):
        return _TYPED | {"finite", "bounded", "shaped"}
    inner = [checks_of(m, module, part, depth + 1) for part in parts if not _is_ellipsis(part)]
    joined = frozenset.intersection(*inner) if inner else EMPTY
    if not _WRAPPERS.isdisjoint(base.symbols):
        return joined
    if base.may_be("builtins.tuple", "typing.Tuple") and not any(map(_is_ellipsis, parts)):
        return joined | {"shaped"}
    return joined - {"shaped", SIZED} | _PARSED


def _is_ellipsis(expr: ir.Expr) -> bool:
    return isinstance(expr, ir.Unknown) or (isinstance(expr, ir.Name) and expr.id == "Ellipsis")


def _constraints(m: "Interpreter", module: str, expr: ir.Expr) -> frozenset[str]:
    """What `Field(ge=0, le=1)`, `Query(max_length=3)`, `conlist(float, min_length=4)` add."""
    if not isinstance(expr, ir.Call):
        return named_checks(m, evaluate_in(m, module, expr))
    callee = evaluate_in(m, module, expr.func)
    given = {keyword.name for keyword in expr.keywords if keyword.name is not None}
    checks: set[str] = set()
    for symbol in callee.symbols:
        row = tables.lookup(symbol)
        if row is None:
            continue
        checks.update(row.option("promises").split())
        for keyword in expr.keywords:  # `validate=Range(min=0, max=1)`: what the argument itself promises
            if keyword.name in row.option("by").split():
                each = keyword.value.items if isinstance(keyword.value, ir.Sequence) else (keyword.value,)
                checks.update(check for one in each for check in _constraints(m, module, one))
        if row.option("of") and expr.args:  # `conlist(confloat(ge=0, le=1))`
            checks.update(checks_of(m, module, expr.args[0], 1) - {"shaped", SIZED})
        if any(
            each.name in row.option("unless").split() and not _is_false(each.value) for each in expr.keywords
        ) or any(
            each.name in row.option("needs").split() and _is_false(each.value) for each in expr.keywords
        ):  # it may be NaN or None
            checks.discard("finite")
        for bound in given.intersection(row.option("bounds", "ge gt le lt").split()):
            below = bound in ("ge", "gt", "min", "minimum", "min_value", "min_inclusive")
            side = "from-below" if below else "from-above"
            checks.update(("bounded",) if row.option("lets") == "nan" else ("bounded", side))
        if not given.isdisjoint(row.option("shapes", "min_length max_length").split()):
            checks.add("shaped")
        if not given.isdisjoint(_LONGEST):
            checks.add(SIZED)
        if any(
            k.name == "allow_inf_nan" and isinstance(k.value, ir.Const) and not k.value.value for k in expr.keywords
        ):
            checks.add("finite")
    return settled(frozenset(checks))


def _is_false(node: ir.Expr) -> bool:
    return isinstance(node, ir.Const) and node.value is False


def field_value(m: "Interpreter", class_name: str, base: Value, name: str, definition: Definition) -> Value | None:
    """The class attribute or declared field `name` of an object."""
    node = definition.node
    if isinstance(node, ir.AnnAssign):
        if base.origins and is_schema(m, class_name):
            checks = base.checks | checks_of_field(m, class_name, name, definition, node)
            fields = base.marks - permissive.of_class(m, class_name) | permissive.field(m, class_name, name, definition)
            types = annotated_types(m, definition.module, node.annotation)
            return m.state.derive((base,), checks=checks, types=types, marks=fields)
        types = annotated_types(m, definition.module, node.annotation)
        if node.value is None:
            field = m.state.derive((base,), types=types, unknown=base.unknown or f"field `{name}` is not known")
            return instances.made_elsewhere(m, field) if types else field
        default = evaluate_in(m, definition.module, node.value)
        if base.unknown:  # an object from elsewhere: the default is one of the values the field may have
            return join(default, m.state.derive((base,), types=types, unknown=base.unknown))
        return default
    if isinstance(node, ir.Assign):
        return evaluate_in(m, definition.module, node.value)
    return None


def annotated_types(m: "Interpreter", module: str, annotation: ir.Expr | None) -> frozenset[str]:
    """The classes an annotation names, as far as the tables or the project know them."""
    if annotation is None:
        return EMPTY
    if isinstance(annotation, ir.Const):
        return EMPTY
    if isinstance(annotation, ir.Binary):
        return annotated_types(m, module, annotation.left) | annotated_types(m, module, annotation.right)
    if isinstance(annotation, ir.Subscript):
        base = evaluate_in(m, module, annotation.base)
        if not _WRAPPERS.isdisjoint(base.symbols) or base.may_be("typing.Annotated", "typing_extensions.Annotated"):
            index = annotation.index
            first = index.items[0] if isinstance(index, ir.Sequence) and index.items else index
            return annotated_types(m, module, first)
        return frozenset()
    if not isinstance(annotation, (ir.Name, ir.Attribute)):
        return EMPTY
    value = evaluate_in(m, module, annotation)
    known: set[str] = set()
    for symbol in value.symbols:
        if isinstance(tables.lookup(symbol), Class) or m.external_bases(symbol) or _is_project_class(m, symbol):
            known.add(symbol)
        elif symbol in _NUMBERS:
            known.add(symbol.removeprefix("builtins."))
    return frozenset(known)


def _is_project_class(m: "Interpreter", symbol: str) -> bool:
    definition = m.project.find(symbol)
    return definition is not None and definition.kind == "class"


def parameter(m: "Interpreter", module: str, qualname: str, node: ir.Parameter, handler: Api | None) -> Value:
    """The value of a parameter of a function that is entered from outside the project."""
    place = Place(module, node.start, node.end)
    types = annotated_types(m, module, node.annotation)
    default = evaluate_in(m, module, node.default) if node.default is not None else None
    if handler is not None and (given := handler.option("is_a")):
        return Value(types=types or frozenset((given,)), unknown=f"`{node.name}` is made by the framework")
    if handler is not None:
        return _handler_parameter(m, module, node, handler, place, types)
    label = qualname.rpartition(".")[2]
    origin = Origin(
        "parameter",
        node.name,
        function=f"{module}:{qualname}",
        trace=Trace(place, f"parameter `{node.name}` of `{label}`"),
    )
    why, spelt = f"parameter `{node.name}` of `{label}`", atom(f"{module}:{qualname}.{node.name}")
    value = Value(types=types, origins=frozenset((origin,)), unknown=why, spelling=spelt)
    for name in types:
        row = tables.class_row(name) or m.class_row(name)
        if row is not None and row.origin:  # a request object is a source whoever hands it over
            value = replace(value, origins=frozenset((_source(row.origin, row.name, node, place),)))
    if types:
        value = library.received(m, m.state, value, f"parameter {node.name} of {module}:{qualname}", place)
        value = instances.made_elsewhere(m, value)
    return value if default is None else join(value, replace(default, origins=EMPTY))


def validated(m: "Interpreter", module: str, node: ir.Function, bound: dict[str, Value]) -> dict[str, Value]:
    """The parameters of a function after its decorators have checked them against their annotations.

    Decorators with the role "validator": what they promise of every annotated parameter, or, without a promise of
    their own, what the annotations do (pydantic).
    """
    rows = [row for each in node.decorators if (row := _validator(m, module, each)) is not None]
    if not rows:
        return bound
    found = dict(bound)
    for each in node.parameters:
        value = bound.get(each.name)
        if value is None or each.annotation is None or not m.state.origins(value):
            continue
        for row in rows:
            own = frozenset((*row.how.split(), *row.option("checks").split()))
            if row.option("reads") != "annotations" and not isinstance(each.annotation, ir.Subscript):
                continue  # a plain `DataFrame` names no schema
            checks = own | checks_of(m, module, each.annotation) if row.option("reads") == "annotations" else own
            m.state.update(value, lambda obj, more=checks: replace(obj, checks=obj.checks | more))  # type: ignore[misc]
            value = found[each.name] = replace(value, checks=value.checks | checks)
    return found


def _validator(m: "Interpreter", module: str, decorator: ir.Expr) -> Api | None:
    callee = decorator.func if isinstance(decorator, ir.Call) else decorator
    last = callee.name if isinstance(callee, ir.Attribute) else callee.id if isinstance(callee, ir.Name) else ""
    if last not in _VALIDATORS:
        return None
    rows = (tables.lookup(symbol) for symbol in evaluate_in(m, module, callee).symbols)
    return next((row for row in rows if isinstance(row, Api) and "validator" in row.roles), None)


def _source(kind: str, detail: str, node: ir.Parameter, place: Place) -> Origin:
    return Origin(kind, detail, trace=Trace(place, f"`{node.name}` comes from outside: {kind} (`{detail}`)"))


def _handler_parameter(
    m: "Interpreter", module: str, node: ir.Parameter, handler: Api, place: Place, types: frozenset[str]
) -> Value:
    kind, checks, marks = handler.origin, frozenset(handler.how.split()), EMPTY
    there, annotation = (module, None) if node.annotation is None else aliased(m, module, node.annotation)
    for where, call in ((module, node.default), *((there, each) for each in _beside(annotation))):
        if isinstance(call, ir.Call) and evaluate_in(m, where, call.func).may_be(*_INJECTED):
            return instances.annotated(m, _injected(m, where, call, handler), types)
    if isinstance(node.default, ir.Call):
        callee = evaluate_in(m, module, node.default.func)
        for symbol in sorted(callee.symbols):
            row = tables.lookup(symbol)
            kind = row.origin if row is not None and row.origin else kind
    for name in sorted(types):
        row = m.class_row(name)
        if row is not None and row.origin:
            return Value(types=types, origins=frozenset((_source(row.origin, row.name, node, place),)))
    if annotation is not None and (handler.name.startswith("fastapi.") or "typed" in checks):
        checks |= checks_of(m, there, annotation)
        marks = permissive.annotated(m, there, annotation)
        if node.default is not None:
            checks |= _constraints(m, module, node.default) if isinstance(node.default, ir.Call) else EMPTY
    origin = _source(kind, handler.name, node, place)
    why = f"`{node.name}` {SENT}"
    value = Value(types=types, origins=frozenset((origin,)), checks=checks, marks=marks, unknown=why)
    return replace(value, constants=_switch(node.default).constants) if kind == "command-line" else value


def _switch(default: ir.Expr | None) -> Value:
    """The default of an option that is a switch: `fast: bool = False`, `fast: bool = typer.Option(False)`."""
    given = default
    if isinstance(default, ir.Call):
        named = next((each.value for each in default.keywords if each.name == "default"), None)
        given = named or (default.args[0] if default.args else None)
    return literal(given.value) if isinstance(given, ir.Const) and isinstance(given.value, bool) else NOTHING


def aliased(m: "Interpreter", module: str, annotation: ir.Expr) -> tuple[str, ir.Expr]:
    """The module and the text of an annotation, of a name that stands for one (`Rows = Annotated[…]`) those of it."""
    if isinstance(annotation, ir.Name):
        named = m.project.find(f"{module}.{annotation.id}")
        if named is not None and isinstance(named.node, ir.Assign) and isinstance(named.node.value, ir.Subscript):
            return named.module, named.node.value
    return module, annotation


def _beside(annotation: ir.Expr | None) -> tuple[ir.Expr, ...]:
    """What stands beside the type in `Annotated[type, …]`."""
    index = annotation.index if isinstance(annotation, ir.Subscript) else None
    return index.items[1:] if isinstance(index, ir.Sequence) else ()


def _requested(m: "Interpreter", dependency: Value, handler: Api) -> dict[str, Value]:
    """What a dependency is given: each of its parameters is a part of the request, as those of the handler are."""
    given: dict[str, Value] = {}
    for func in dependency.funcs:
        node = m.code.get((func.module, func.qualname))
        for each in node.parameters if isinstance(node, ir.Function) and func.receiver is None else ():
            if each.kind in ("normal", "keyword-only"):
                given[each.name] = parameter(m, func.module, func.qualname, each, handler)
    return given


def _injected(m: "Interpreter", module: str, default: ir.Call, handler: Api) -> Value:
    """What `Depends(function)` hands over: the result of the function, run with request data of its own."""
    if not default.args:
        return unknown("an injected dependency")
    dependency = evaluate_in(m, module, default.args[0])
    given = m.call(dependency, (), _requested(m, dependency, handler), Place(module, default.start, default.end))
    nodes = [m.code.get((func.module, func.qualname)) for func in dependency.funcs]
    if any(isinstance(node, ir.Function) and node.is_generator for node in nodes):
        return members(m, given)  # the framework takes the one value that is yielded
    return given


def fill(m: "Interpreter", class_name: str, made: Value, args: "Arguments") -> Value:
    """An instance without `__init__`: a dataclass or schema, whose fields are the arguments."""
    from analyzer.interpret.containers import with_attribute

    names = field_names(m, class_name)
    given = dict(zip(names, args.positional, strict=False)) | args.keywords
    for name, value in given.items():
        m.state.update(made, lambda obj, name=name, value=value: with_attribute(obj, name, value))  # type: ignore[misc]
    if not is_schema(m, class_name):
        return made
    carried = m.state.derive((*args.positional, *args.keywords.values(), args.more), types=made.types, refs=made.refs)
    if args.open:  # `Model(**data)`: all fields come from the data, and are checked
        marks = carried.marks | permissive.of_class(m, class_name) if carried.origins else carried.marks
        why = "fields are not known"
        return replace(carried, checks=carried.checks | _TYPED, marks=marks, refs=EMPTY, unknown=why)
    for name, value in given.items():
        definition = m.project.method(class_name, name)
        if definition is not None and isinstance(definition.node, ir.AnnAssign) and value.origins:
            checked = field_value(m, class_name, value, name, definition)
            if checked is not None:
                m.state.update(made, lambda obj, n=name, v=checked: with_attribute(obj, n, v))  # type: ignore[misc]
    return replace(carried, checks=carried.checks | _TYPED)


def field_names(m: "Interpreter", class_name: str) -> list[str]:
    """The annotated fields of a project class, bases first."""
    definition = m.project.find(class_name)
    if definition is None or not isinstance(definition.node, ir.Class):
        return []
    found: list[str] = []
    for base in m.project.bases(definition):
        if base != class_name and m.project.find(base) is not None:
            found.extend(field_names(m, base))
    for statement in definition.node.body:
        if isinstance(statement, ir.AnnAssign) and isinstance(statement.target, ir.Name):
            found.append(statement.target.id)
    return found
