"""Which declared fields let NaN and infinities through to whatever is made of them?

A validating class accepts both for a `float`, unless the field, an annotation or the settings of the class say
otherwise. Such fields go along with the values that are made of them, as marks of the kind "nan-field".
"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.facts import Declared
from analyzer.interpret.values import EMPTY, Mark, Place, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter
    from analyzer.project.definition import Definition

NAN_FIELD: Final = "nan-field"
_FLOATS: Final = frozenset(
    {"builtins.float", "pydantic.StrictFloat", "pydantic.confloat"}
    | {f"pydantic.{sign}Float" for sign in ("Positive", "Negative", "NonNegative", "NonPositive")}
)
_SETTINGS: Final = frozenset({"pydantic.ConfigDict", "pydantic.config.ConfigDict", "builtins.dict"})
_SETTING: Final = "allow_inf_nan"
MAX_NESTING: Final = 4


def field(m: "Interpreter", class_name: str, name: str, definition: "Definition", depth: int = 0) -> frozenset[Mark]:
    """The mark of one declared field of a class, if it lets NaN through; those of its own fields, if it is a class."""
    from analyzer.interpret.schemas import checks_of_field

    node = definition.node
    if not isinstance(node, ir.AnnAssign):
        return EMPTY
    inner = _inside(m, definition.module, node.annotation, depth + 1)
    floats, nested = inner
    if not floats or "finite" in checks_of_field(m, class_name, name, definition, node):
        return nested
    place = Place(definition.module, node.start, node.end)
    if place not in m.declared:
        call = node.value if isinstance(node.value, ir.Call) else None
        m.declared[place] = Declared(
            name=f"{class_name.rpartition('.')[2]}.{name}",
            annotation=Place(definition.module, node.annotation.start, node.annotation.end),
            plain=isinstance(node.annotation, ir.Name),
            call=None if call is None else Place(definition.module, call.start, call.end),
        )
    return nested | {Mark(NAN_FIELD, place, name)}


def annotated(m: "Interpreter", module: str, annotation: ir.Expr | None, depth: int = 0) -> frozenset[Mark]:
    """The fields of the classes in an annotation that let NaN through."""
    return EMPTY if annotation is None else _inside(m, module, annotation, depth)[1]


def of_class(m: "Interpreter", class_name: str, depth: int = 0) -> frozenset[Mark]:
    """The fields of a validating class of the project that let NaN through."""
    from analyzer.interpret.schemas import field_names, is_schema

    known = m.permissive.get(class_name)
    if known is None:
        m.permissive[class_name] = known = EMPTY  # while it is being found out
        if depth <= MAX_NESTING and is_schema(m, class_name):
            for name in field_names(m, class_name):
                definition = m.project.method(class_name, name)
                known |= field(m, class_name, name, definition, depth) if definition is not None else EMPTY
        m.permissive[class_name] = known
    return known


def under(value: Value, key: str) -> Value:
    """What stands under `key` of the fields in `value`: the mark of that field alone, if it has one."""
    own = frozenset(mark for mark in value.marks if mark.how == NAN_FIELD and mark.detail == key)
    if not own:
        return value
    return replace(value, marks=own.union(mark for mark in value.marks if mark.how != NAN_FIELD))


def is_configured(m: "Interpreter", class_name: str, depth: int = 0) -> bool:
    """Whether the settings of a class refuse NaN: `model_config = ConfigDict(allow_inf_nan=False)`, `class Config`.

    What the settings of a class leave open, those of its bases say: pydantic merges them.
    """
    owner = m.project.find(class_name)
    if owner is None or not isinstance(owner.node, ir.Class) or depth > MAX_NESTING:
        return False
    said = [value for each in owner.node.body if (value := _setting(m, owner.module, each)) is not None]
    said += [each.value for each in owner.node.keywords if each.name == _SETTING]
    if said:
        return _is_false(said[-1])
    return any(is_configured(m, base, depth + 1) for base in m.project.bases(owner) if base != class_name)


def _setting(m: "Interpreter", module: str, statement: ir.Stmt) -> ir.Expr | None:
    """What a statement of a class body sets `allow_inf_nan` to."""
    if isinstance(statement, ir.Class) and statement.name == "Config":
        inner = [each for each in statement.body if isinstance(each, ir.Assign) and _sets(each, _SETTING)]
        return inner[-1].value if inner else None
    if isinstance(statement, ir.AnnAssign):
        named = isinstance(statement.target, ir.Name) and statement.target.id == "model_config"
        return _set_in(m, module, statement.value) if named else None
    if isinstance(statement, ir.Assign) and _sets(statement, "model_config"):
        return _set_in(m, module, statement.value)
    return None


def _set_in(m: "Interpreter", module: str, value: ir.Expr | None) -> ir.Expr | None:
    """What the settings `ConfigDict(…)` or `{…}` say of NaN."""
    from analyzer.interpret.schemas import evaluate_in

    if isinstance(value, ir.Call):
        known = not _SETTINGS.isdisjoint(evaluate_in(m, module, value.func).symbols)
        return next((each.value for each in value.keywords if known and each.name == _SETTING), None)
    if isinstance(value, ir.Dict):
        entries = {each.key.value: each.value for each in value.entries if isinstance(each.key, ir.Const)}
        return entries.get(_SETTING)
    return None


def _sets(node: ir.Assign, name: str) -> bool:
    return any(isinstance(target, ir.Name) and target.id == name for target in node.targets)


def _is_false(node: ir.Expr | None) -> bool:
    return isinstance(node, ir.Const) and node.value is False


def _inside(m: "Interpreter", module: str, annotation: ir.Expr, depth: int) -> tuple[bool, frozenset[Mark]]:
    """Whether an annotation speaks of floats, and the fields of the classes in it."""
    from analyzer.interpret.schemas import aliased, evaluate_in

    if depth > MAX_NESTING:
        return False, EMPTY
    module, annotation = aliased(m, module, annotation)
    if isinstance(annotation, ir.Binary):
        parts: tuple[ir.Expr, ...] = (annotation.left, annotation.right)
    elif isinstance(annotation, ir.Subscript):
        index = annotation.index
        parts = index.items if isinstance(index, ir.Sequence) else (index,)
        if evaluate_in(m, module, annotation.base).may_be("typing.Annotated", "typing_extensions.Annotated"):
            parts = parts[:1]
    elif isinstance(annotation, ir.Call):  # `confloat(ge=0)`, `conlist(float, …)`
        parts = (annotation.func, *annotation.args)
    elif isinstance(annotation, ir.Name | ir.Attribute):
        symbols = evaluate_in(m, module, annotation).symbols
        own = (of_class(m, name, depth) for name in sorted(symbols) if m.project.find(name) is not None)
        return not _FLOATS.isdisjoint(symbols), EMPTY.union(*own)
    else:
        return False, EMPTY
    found = [_inside(m, module, part, depth + 1) for part in parts]
    return any(floats for floats, _ in found), EMPTY.union(*(marks for _, marks in found))
