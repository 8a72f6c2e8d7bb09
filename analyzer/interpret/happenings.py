"""What does code do that no call of a table's function tells alone: gradient steps, ignored results, lost writes?

Each is kept as a `facts.Event`. The walker asks by the name of a method or attribute first, so that all other code pays
nothing.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from analyzer.interpret.facts import Event
from analyzer.interpret.library_calls import classes_of, flat
from analyzer.interpret.values import NOTHING, Place, Value
from analyzer.knowledge.vocabulary import MISSPELT
from analyzer.project.summaries import Imported
from analyzer.syntax import ir
from analyzer.syntax.walk import children, walk

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

OPTIMIZER: Final = "torch.optim.Optimizer"
_SCALERS: Final = frozenset({"torch.amp.GradScaler", "torch.cuda.amp.GradScaler"})
GRADIENTS: Final = "clears-gradients"  # the role without which nobody asks for steps
IGNORED: Final = "ignored-result"
SWITCHES: Final = "gradient-switch"
CHAINED: Final = "chained-assignment"

WATCHED: Final = MISSPELT | {"grad", "requires_grad"}


def keep(m: "Interpreter", kind: str, place: Place, name: str, value: Value | None = None, following: int = -1) -> None:
    """Keep an event, once per function and loops that it happens in."""
    event = Event(kind, place, name, m.where(), tuple(m.loops), value, following)
    if event not in m.recorded:
        m.recorded.add(event)
        m.facts.events.append(event)


# --- gradients --------------------------------------------------------------------------------------------------------


def is_about_gradients(name: str) -> bool:
    """Whether a method or function of this name may go back, take a step or clear gradients."""
    return name in ("backward", "step") or "zero" in name or ("grad" in name and ("clear" in name or "reset" in name))


def called(m: "Interpreter", base: Value | None, name: str, args: "Arguments", place: Place) -> None:
    """A method (or function, without `base`) whose name is about gradients is called."""
    if GRADIENTS not in m.roles:
        return
    if name == "backward":
        if base is not None and not args.positional and not _is_own(m, base, name):
            keep(m, "backward", place, name)
    elif name == "step":
        if base is not None:
            _stepped(m, base, args, place)
    else:
        keep(m, "clear", place, name)
        for frame in m.frames:
            m.clearing.setdefault(f"{frame.module}:{frame.qualname}", place)


def _stepped(m: "Interpreter", base: Value, args: "Arguments", place: Place) -> None:
    classes = classes_of(m, base)
    given = args.positional[0] if args.positional else NOTHING
    if any(m.is_a(name, OPTIMIZER) for name in classes):
        if not args.positional or given.constant is None:  # a closure clears them itself, or does not
            keep(m, "step", place, "step", flat(m, base))
    elif given.refs and any(m.is_a(name, OPTIMIZER) for name in classes_of(m, given)):
        keep(m, "step", place, "step", flat(m, given))  # `scaler.step(optimizer)`
    elif not classes and not base.symbols and not (args.positional or args.keywords or args.open):
        keep(m, "step", place, "step", flat(m, base))
    elif not _SCALERS.isdisjoint(classes):
        keep(m, "step", place, "step", flat(m, given))


def _is_own(m: "Interpreter", base: Value, name: str) -> bool:
    """Whether a class of the project says what the method does."""
    return any(m.project.method(each, name) is not None for each in classes_of(m, base))


def clears_again(m: "Interpreter", function: str) -> None:
    """A function that has cleared gradients is called again, and was not run for it."""
    place = m.clearing.get(function)
    if place is not None and m.loops:
        keep(m, "clear", place, function)


def stored(m: "Interpreter", base: Value, name: str, value: Value, place: Place) -> None:
    """An attribute in `WATCHED` is given a value."""
    if name == "grad":
        if GRADIENTS in m.roles:
            keep(m, "clear", place, name)
        return
    if SWITCHES not in m.roles:
        return
    classes = classes_of(m, base)
    if name in MISSPELT:
        if not any(m.project.find(each) is not None and not _is_torch(m, each) for each in classes):
            keep(m, "misspelt", place, name, flat(m, base))
    elif m.frame.owner not in classes and any(
        each != "abstract.LoadedModel" and m.is_a(each, "torch.nn.Module") for each in classes
    ):
        keep(m, "misspelt", place, name, flat(m, base))


def _is_torch(m: "Interpreter", name: str) -> bool:
    return m.is_a(name, "torch.nn.Module") or m.is_a(name, "torch.Tensor")


# --- results that nobody uses -----------------------------------------------------------------------------------------

_OF_TABLES: Final = frozenset(
    "dropna fillna drop drop_duplicates rename replace reset_index set_index sort_values sort_index astype assign "
    "merge append applymap clip where mask round interpolate ffill bfill shift reindex rename_axis convert_dtypes "
    "infer_objects explode melt query filter select_dtypes lower upper strip".split()
)
_OF_ARRAYS: Final = frozenset("astype reshape flatten ravel transpose squeeze clip round".split())
_OF_TENSORS: Final = frozenset(
    "to cuda cpu detach view reshape squeeze unsqueeze permute transpose float long half double int contiguous "
    "clamp flatten softmax log_softmax sigmoid expand clone type".split()
)
_OF_STEPS: Final = frozenset({"transform"})
_METHODS: Final = {
    "pandas.DataFrame": _OF_TABLES,
    "pandas.Series": _OF_TABLES,
    "polars.DataFrame": frozenset(
        "drop_nulls fill_null fill_nan drop rename sort with_columns filter select join unique cast".split()
    ),
    "numpy.ndarray": _OF_ARRAYS,
    "torch.Tensor": _OF_TENSORS,
    "abstract.Transformer": _OF_STEPS,
}
NAMES_OF_PURE: Final = frozenset().union(*_METHODS.values())
_FUNCTIONS: Final = frozenset(
    {
        "numpy.append",
        "numpy.concatenate",
        "numpy.delete",
        "numpy.insert",
        "numpy.sort",
        "numpy.clip",
        "numpy.nan_to_num",
        "numpy.expand_dims",
        "numpy.reshape",
        "numpy.squeeze",
        "pandas.concat",
        "pandas.merge",
        "pandas.get_dummies",
        "pandas.to_datetime",
        "pandas.to_numeric",
        "sklearn.model_selection.train_test_split",
        "subprocess.call",
    }
)


def ignored(m: "Interpreter", node: ir.ExprStmt) -> None:
    """A call stands alone as a statement: keep it if its result is all that it is good for."""
    call = node.value
    if not isinstance(call, ir.Call):
        return
    func = call.func
    name = ""
    if isinstance(func, ir.Attribute) and func.name in NAMES_OF_PURE:
        name = _pure(m, call, func)
    if not name and isinstance(func, (ir.Name, ir.Attribute)):
        name = next(iter(sorted(_again(m, func).symbols & _FUNCTIONS)), "")
    if name and not (_may_write(m, call) or _is_tried(m, m.place(call)) or _is_shown(m)):
        keep(m, "ignored", m.place(call), name, following=_following(m, node))


def _again(m: "Interpreter", node: ir.Expr) -> Value:
    """The value of an expression that was evaluated before; its calls are not made again."""
    m.assuming += 1
    try:
        return m.evaluate(node)
    finally:
        m.assuming -= 1


def _may_write(m: "Interpreter", call: ir.Call) -> bool:
    """Whether arguments tell a call to change something (`inplace=True`, `out=x`), or may."""
    for keyword in call.keywords:
        if keyword.name is None or keyword.name == "out":
            return True
        if keyword.name == "inplace" and _again(m, keyword.value).truth is not False:
            return True
    return any(isinstance(each, ir.Starred) for each in call.args)


def _pure(m: "Interpreter", call: ir.Call, func: ir.Attribute) -> str:
    """The qualified name of a method that changes nothing; "" if this one may."""
    base = _again(m, func.base)
    classes = classes_of(m, base)
    if len(classes) != 1 or base.symbols:
        return ""
    for owner, methods in _METHODS.items():
        if func.name in methods and m.is_a(classes[0], owner):
            if owner == "abstract.Transformer" and m.definition(classes[0]) is not None:
                return ""
            return f"{owner}.{func.name}" if owner != "abstract.Transformer" else f"{classes[0]}.{func.name}"
    return ""


def _is_tried(m: "Interpreter", place: Place) -> bool:
    """Whether a statement stands in a `try`, or in a `with` that may expect it to fail."""
    code = m.project.module(place.module)
    at: ir.Node | ir.Module | None = code
    while at is not None:
        if isinstance(at, (ir.Try, ir.With)):
            return True
        at = next((each for each in children(at) if each.start <= place.start and place.end <= each.end), None)
    return False


_LOOKS: Final = frozenset({"head", "tail", "describe", "value_counts"})


def _is_shown(m: "Interpreter") -> bool:
    """Whether the running module's own statements were cells of a notebook: values stand there to be looked at."""
    frame = m.frames[-1]
    code = m.project.module(frame.module) if not frame.qualname else None
    return code is not None and code.path.endswith(".py") and was_notebook(code)


def was_notebook(code: ir.Module) -> bool:
    """Whether a module shows values as a notebook does: a notebook that was written out as one."""
    return any(isinstance(each, ir.ExprStmt) and _is_look(each.value) for each in code.body)


def _is_look(node: ir.Expr) -> bool:
    if isinstance(node, ir.Call):
        first = node.func.base if isinstance(node.func, ir.Attribute) else node
        if isinstance(first, ir.Call) and isinstance(first.func, ir.Name) and first.func.id == "get_ipython":
            return True  # a notebook that was written out as a module
        return isinstance(node.func, ir.Attribute) and node.func.name in _LOOKS
    return isinstance(node, (ir.Name, ir.Attribute, ir.Subscript))


def _following(m: "Interpreter", node: ir.ExprStmt) -> int:
    """The start of the statement after a top-level one; 0 for one inside of another, which no notebook shows."""
    frame = m.frames[-1]
    code = m.project.module(frame.module) if not frame.qualname else None
    body = code.body if code is not None else ()
    for index, each in enumerate(body):
        if each.start == node.start:
            return body[index + 1].start if index + 1 < len(body) else -1
    return 0


# --- writes that are lost ---------------------------------------------------------------------------------------------

_INDEXERS: Final = frozenset({"loc", "iloc", "at", "iat"})
_TABLE: Final = "pandas.DataFrame"


def chained(m: "Interpreter", target: ir.Subscript) -> None:
    """`frame[a][b] = value`: keep it with what is taken first, "rows", "column" or "either", as its name."""
    inner = target.base
    if isinstance(inner, ir.Attribute) and inner.name in _INDEXERS:
        inner = inner.base
    if isinstance(inner, ir.Subscript):
        owner, by = inner.base, "item"
        if isinstance(owner, ir.Attribute) and owner.name in _INDEXERS:
            by, owner = owner.name, owner.base
        if _is_table(m, owner):
            keep(m, "chained", m.place(target), _taken_first(m, by, inner.index))
    elif isinstance(inner, ir.Attribute) and _is_table(m, inner.base) and _is_series(m, inner):
        keep(m, "chained", m.place(target), "column")


def _is_table(m: "Interpreter", node: ir.Expr) -> bool:
    value = _again(m, node)
    known = not value.unknown or any(origin.kind == "parameter" for origin in value.origins)  # as its annotation says
    return classes_of(m, value) == [_TABLE] and not value.symbols and known


def _is_series(m: "Interpreter", node: ir.Expr) -> bool:
    return classes_of(m, _again(m, node)) == ["pandas.Series"]


def _taken_first(m: "Interpreter", by: str, index: ir.Expr) -> str:
    value = _again(m, index)
    if by == "item":
        if value.text is not None or "str" in value.types:
            return "column"
        if isinstance(index, ir.Slice) or "pandas.Mask" in value.types or "list" in classes_of(m, value):
            return "rows"
        return "either"
    if isinstance(index, ir.Sequence) and index.kind == "tuple" and len(index.items) == 2:
        return "either"
    return "rows" if "pandas.Mask" in value.types or "list" in classes_of(m, value) else "either"


def written_in_place(m: "Interpreter", node: ir.Call) -> None:
    """`frame["a"].fillna(0, inplace=True)`: keep it, as a write to a column that was taken out first."""
    func = node.func
    if not isinstance(func, ir.Attribute) or not isinstance(func.base, (ir.Subscript, ir.Attribute)):
        return
    if func.name not in NAMES_OF_PURE or not any(each.name == "inplace" for each in node.keywords):
        return
    told = next(each.value for each in node.keywords if each.name == "inplace")
    if isinstance(told, ir.Const) and told.value is True and _is_table(m, func.base.base):
        taken = func.base.index if isinstance(func.base, ir.Subscript) else None
        if taken is None or isinstance(taken, ir.Const):
            keep(m, "chained", m.place(node), "in place")


# --- seeds ------------------------------------------------------------------------------------------------------------

UNSEEDED: Final = "unseeded"
_SEEDS: Final = ("seed", "random_state")


def is_unseeded(m: "Interpreter", code: ir.Module) -> bool:
    """Whether a module is a program, and neither it nor a module that it imports names a seed."""
    if not any(isinstance(each, ir.If) and _is_main(each.test) for each in code.body):
        return False
    reached, waiting = {code.name}, [(code.name, 0)]
    while waiting:
        name, depth = waiting.pop()
        read = m.project.module(name)
        if read is None:
            continue
        if any(_names_seed(node) for node in walk(read)):
            return False
        summary = m.project.summary(name)
        for each in summary.imports if summary is not None and depth < MAX_IMPORTS else ():
            for target in _imported(m, name, each):
                if target not in reached:
                    reached.add(target)
                    waiting.append((target, depth + 1))
    return True


MAX_IMPORTS: Final = 3


def _imported(m: "Interpreter", module: str, each: Imported) -> Iterator[str]:
    inside = m.project.resolve_import(module, each.module, each.level)
    if inside is not None:
        yield inside
    for name in each.names:
        further = m.project.resolve_import(module, f"{each.module}.{name}" if each.module else name, each.level)
        if further is not None:
            yield further


def _is_main(test: ir.Expr) -> bool:
    return isinstance(test, ir.Compare) and isinstance(test.left, ir.Name) and test.left.id == "__name__"


def _names_seed(node: ir.Node) -> bool:
    match node:
        case ir.Name(id=text) | ir.Attribute(name=text) | ir.Const(value=str() as text) | ir.Parameter(name=text):
            return len(text) < 60 and any(word in text.lower() for word in _SEEDS)
        case ir.Keyword(name=str() as text):
            return any(word in text.lower() for word in _SEEDS)
    return False
