"""Which code is run, from where and in which order, to learn the facts of one module?"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final
from weakref import WeakKeyDictionary

from msgspec.structs import replace

from analyzer.interpret import handlers, happenings, lineage, looks, startup, workers
from analyzer.interpret.arguments import Arguments
from analyzer.interpret.containers import members
from analyzer.interpret.facts import Facts
from analyzer.interpret.lasting import changes, loosen
from analyzer.interpret.machine import (
    MODULE_STEPS,
    ROOT_STEPS,
    BudgetExhausted,
    Environment,
    Frame,
    Interpreter,
)
from analyzer.interpret.relevance import ProjectLinks, Relevance, Wanted, imported_libraries
from analyzer.interpret.schemas import evaluate_in, parameter
from analyzer.interpret.state import State
from analyzer.interpret.summaries import enter
from analyzer.interpret.trials import is_fixture, trials
from analyzer.interpret.values import NOTHING, UNTRUSTED, Func, Obj, Place, Value, join, unknown
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.table import Api
from analyzer.knowledge.vocabulary import FACT_WORDS, Vocabulary
from analyzer.model.rule import FAR
from analyzer.project.names import holds_tests
from analyzer.project.project import Project
from analyzer.project.summaries import ModuleSummary
from analyzer.syntax import ir
from analyzer.syntax.walk import has_decorator

_TRACED: Final = "preprocessing"
_ARTEFACTS: Final = frozenset({"artefact", "release", "load.pickle", "load.torch", "load.keras", "load.model"})
_SET_UP: Final = ("__init__", "setup", "setUp", "load", "initialize", "on_startup", "load_context")


@dataclass(slots=True)
class _Memory:
    """What one process keeps from module to module: it saves work and never changes an answer.

    Attributes:
        vocabulary: what was asked for.
        environments: variables of imported modules, per set of roles (they decide what is run).
        relevance: the relevant functions, per what is wanted.
        links: what the names in the modules stand for.
    """

    vocabulary: Vocabulary
    links: ProjectLinks
    environments: dict[frozenset[str], dict[str, Environment]] = field(default_factory=dict)
    relevance: dict[Wanted, Relevance] = field(default_factory=dict)


_MEMORY: Final[WeakKeyDictionary[Project, _Memory]] = WeakKeyDictionary()


def interpret(project: Project, module: str, vocabulary: Vocabulary) -> Facts:
    """Everything worth knowing about one module: its body is run, then every function that the body did not call.

    The answer depends only on the project, the module and the vocabulary, not on what was interpreted before.

    Args:
        project: the modules.
        module: internal dotted name of the module to interpret.
        vocabulary: what the rules ask for.
    """
    memory = _MEMORY.get(project)
    if memory is None or memory.vocabulary is not vocabulary:
        memory = _MEMORY[project] = _Memory(vocabulary, ProjectLinks(project))
    imported = imported_libraries(project, module)
    roles = vocabulary.active(imported)
    # Facts that are no calls are found where they stand, whoever calls.
    followed = tuple(vocabulary.active(imported, calls).difference(FACT_WORDS) for calls in range(FAR + 1))
    anchors = tuple(vocabulary.anchors(imported, calls) for calls in range(FAR + 1))
    for wanted in (followed, anchors):
        if wanted not in memory.relevance:
            memory.relevance[wanted] = Relevance(memory.links, vocabulary, wanted)
    relevance, entries = memory.relevance[followed], memory.relevance[anchors]
    tracing = _TRACED in roles and _reaches_files(project, module, memory, vocabulary)
    if not tracing:  # what other modules hold then carries no steps
        roles = roles - {_TRACED}
    m = Interpreter(project, roles, memory.environments.setdefault(roles, {}), relevance)
    m.tracing = tracing
    summary = project.summary(module)
    if summary is None or not any(entries.leads(module, owner) for owner in summary.uses):
        return m.facts  # told from names alone: the tree is not even decoded
    code = project.module(module)
    if code is None:
        return m.facts
    m.module_steps_left = MODULE_STEPS
    m.steps_left = MODULE_STEPS // 2
    frame = Frame(module, "", 0, m.state)
    m.frames.append(frame)
    m.running[module] = frame
    _guarded(m, frame, lambda: m.run(code.body))
    names, heap = m.state.names, m.state.heap
    loosen(code.body, names, heap)
    environment = Environment(names, heap)
    frame.state = m.state
    called = set(m.facts.entered)
    roots = list(_roots(code, module, called))
    _start(m, frame, roots, environment, _mentioned(summary, entries))
    roots += (each for each in m.replaced if f"{module}:{_name(each)}" not in called)
    # Those that functions register are run when all have been, as are those whose name was given away (`register`).
    known = {key for key in m.handlers if key[0] == module and "@" not in key[1]}
    for root in roots:
        if m.module_steps_left <= 0:
            break
        handed = (root.module, root.qualname) in m.handlers and relevance.leads(module, _name(root))
        if handed or entries.leads(module, _name(root)):
            m.steps_left = ROOT_STEPS
            _run_root(m, frame, root, environment, entries)
    for (where, qualname), handler in sorted(m.handlers.items()):
        if (where, qualname) not in known and m.module_steps_left > 0 and "<locals>" not in qualname:
            m.steps_left = ROOT_STEPS
            owner, _, method = qualname.rpartition(".")
            _run_root(m, frame, Func(where, owner or method), environment, entries, None if owner else handler)
    _read_through(m, code)
    return m.facts


def _reaches_files(project: Project, module: str, memory: _Memory, vocabulary: Vocabulary) -> bool:
    """Whether code of the module can save or load a model."""
    wanted = (_ARTEFACTS,) * (FAR + 1)
    if wanted not in memory.relevance:
        memory.relevance[wanted] = Relevance(memory.links, vocabulary, wanted)
    summary = project.summary(module)
    return summary is not None and any(memory.relevance[wanted].leads(module, owner) for owner in summary.uses)


def _read_through(m: Interpreter, code: ir.Module) -> None:
    """What the text of a module shows after it was run."""
    module, roles = code.name, m.roles
    if workers.ASKED_FOR in roles:
        workers.shared(m, code)
    if happenings.UNSEEDED in roles:
        m.facts.unseeded = happenings.is_unseeded(m, code)
    if looks.ASKED_FOR in roles:
        m.facts.explores = happenings.was_notebook(code)
    if "test" in roles and holds_tests(module):
        m.facts.trials.extend(trials(code, module, m.facts))


def _name(root: Func) -> str:
    """The name by which a function was defined; see `Interpreter.register`."""
    return root.qualname.partition("@")[0]


def _mentioned(summary: ModuleSummary, entries: Relevance) -> frozenset[str]:
    """The names that the functions of a module that are entered mention."""
    owners = (owner for owner in summary.uses if entries.leads(summary.name, owner))
    return frozenset(name for owner in owners for name in summary.uses[owner])


def start(m: Interpreter, frame: Frame, code: ir.Module, environment: Environment) -> None:
    """Run what may fill the names and containers of an imported module, after its body."""
    frame.state = m.state
    _start(m, frame, list(_roots(code, frame.module, set(m.facts.entered))), environment, None)


def _start(
    m: Interpreter, frame: Frame, roots: list[Func], environment: Environment, wanted: frozenset[str] | None
) -> None:
    """Run what may fill the module's names and containers; see `startup`."""
    functions: list[tuple[Func, ir.Function]] = []
    for root in roots:
        node = m.code.get((root.module, root.qualname))
        if isinstance(node, ir.Function):
            functions.append((root, node))

    def run(func: Func, node: ir.Function) -> None:
        m.state = frame.state = State(environment.names, dict(environment.heap))
        _guarded(m, frame, lambda: _enter(m, func, node, None, m.handlers.get((func.module, func.qualname))))

    startup.fill(m, functions, environment, wanted, run)


def _guarded(m: Interpreter, frame: Frame, work: Callable[[], object]) -> None:
    """Run `work`; what a spent budget or too deep a nesting leaves undone is said in the facts."""
    try:
        work()
    except BudgetExhausted:
        m.facts.exhausted = m.facts.exhausted or "the step budget"
    except RecursionError:
        m.facts.exhausted = m.facts.exhausted or "the nesting limit"
    del m.frames[m.frames.index(frame) + 1 :]
    if not m.state.live or m.frames[-1] is not frame:
        m.state.live = True


def _roots(code: ir.Module, module: str, called: set[str]) -> Iterator[Func]:
    """The functions and methods to enter from outside: all that the module's body did not call itself."""
    for statement in _definitions(code.body):
        if isinstance(statement, ir.Function):
            if f"{module}:{statement.name}" not in called:
                yield Func(module, statement.name)
        else:
            yield Func(module, statement.name)  # a class: its methods share one instance


def _definitions(body: tuple[ir.Stmt, ...]) -> Iterator[ir.Function | ir.Class]:
    for statement in body:
        if isinstance(statement, (ir.Function, ir.Class)):
            yield statement
        elif isinstance(statement, ir.If):
            yield from _definitions(statement.body)
            yield from _definitions(statement.orelse)
        elif isinstance(statement, ir.Try):
            yield from _definitions(statement.body)
            for handler in statement.handlers:
                yield from _definitions(handler.body)


def _run_root(
    m: Interpreter,
    frame: Frame,
    root: Func,
    environment: Environment,
    entries: Relevance,
    handler: Api | None = None,
) -> None:
    definition = m.project.find(f"{root.module}.{root.qualname}")
    node = definition.node if definition is not None else None
    m.state = State(environment.names, dict(environment.heap))
    frame.state = m.state
    if isinstance(node, ir.Class):
        _run_class(m, frame, root, node, entries)
    else:
        function = m.code.get((root.module, root.qualname)) or node
        if isinstance(function, ir.Function):
            m.code[root.module, root.qualname] = function
            handler = handler or m.handlers.get((root.module, root.qualname))
            _guarded(m, frame, lambda: _enter(m, root, function, None, handler))


def _enter(m: Interpreter, func: Func, node: ir.Function, receiver: Value | None, handler: Api | None) -> None:
    """Run one function as if called from outside, then the functions in it that nothing has called."""
    if handler is None and receiver is None:
        handler = handlers.by_convention(m, func, node)
    given: list[Value] = [] if receiver is None else [receiver]
    keywords: dict[str, Value] = {}
    more = NOTHING
    for position, each in enumerate(node.parameters):
        if receiver is not None and position == 0:
            continue
        value = handlers.filled(m, func, receiver, handler, position)
        if value is None:
            value = _fixture(m, func, each.name)
        if value is None:
            value = parameter(m, func.module, func.qualname, each, handlers.of_parameter(handler, position))
            if position == (0 if receiver is None else 1):
                value = handlers.as_request(handler, value)
        if each.kind in ("args", "kwargs"):
            more = join(more, value)
        elif each.kind == "keyword-only":
            keywords[each.name] = value
        else:
            given.append(value)
    place = Place(func.module, node.name_start, node.name_start + len(node.name))
    before = len(m.defined)
    rest = any(each.kind in ("args", "kwargs") for each in node.parameters)
    m.served = handler.name if handler is not None and handler.origin in UNTRUSTED else ""
    result, *_ = enter(m, func, node, Arguments(tuple(given), keywords, "the caller" if rest else "", more=more), place)
    if m.tracing:
        lineage.left(m, result)
    m.served = ""
    for inner in m.defined[before:]:
        code = m.code.get((inner.module, inner.qualname))
        if isinstance(code, ir.Function) and f"{inner.module}:{inner.qualname}" not in m.facts.entered:
            m.facts.entered.add(f"{inner.module}:{inner.qualname}")  # once
            m.state.live = True
            _enter(m, inner, code, None, m.handlers.get((inner.module, inner.qualname)))
    del m.defined[before:]


def _fixture(m: Interpreter, func: Func, name: str) -> Value | None:
    """What pytest gives to the parameter `name` of a test: the result of the module's fixture of this name."""
    if "test" not in m.roles or not holds_tests(func.module) or not func.qualname.rpartition(".")[2].startswith("test"):
        return None
    definition = m.project.find(f"{func.module}.{name}")
    node = definition.node if definition is not None else None
    if not isinstance(node, ir.Function) or not is_fixture(node) or node.parameters:
        return None
    place = Place(func.module, node.name_start, node.name_start + len(node.name))
    made = m.call(Value(funcs=frozenset((Func(func.module, name),))), (), {}, place)
    return members(m, made) if node.is_generator else made


def _run_class(m: Interpreter, frame: Frame, root: Func, node: ir.Class, entries: Relevance) -> None:
    """Run the methods of a class on one instance: `__init__` first, and what methods set is known to the later ones."""
    name = f"{root.module}.{root.qualname}"
    methods = [each for each in _definitions(node.body) if isinstance(each, ir.Function)]
    relevant = {each.name for each in methods if entries.leads(root.module, f"{root.qualname}.{each.name}")}
    if not relevant:
        return
    methods = [each for each in methods if each.name in relevant or each.name in _SET_UP]
    methods.sort(key=lambda each: _SET_UP.index(each.name) if each.name in _SET_UP else len(_SET_UP))
    row = m.class_row(name)
    place = Place(root.module, node.name_start, node.name_start + len(node.name))
    made = m.allocate(place, Obj(kind="instance", type=name, how=row.how if row else ""), types=frozenset((name,)))
    called = _decorator_row(m, root.module, node) or row  # what says which methods the framework calls
    handled = called.option("handlers").split() if called is not None else []
    kept = dict(m.state.heap)
    changing = _changing(node)
    for method in methods:
        func = Func(root.module, f"{root.qualname}.{method.name}")
        handler = m.handlers.get((func.module, func.qualname)) or _decorator_row(m, root.module, method)
        if handler is None and called is not None and method.name in handled:
            handler = handlers.of_method(m, name, method.name, called)
        handler = handler or handlers.servicer(m, name, method)
        m.code[func.module, func.qualname] = method
        m.state = State(frame.state.names, dict(kept))
        frame.state = m.state
        m.steps_left = ROOT_STEPS
        receiver = None if has_decorator(method, "staticmethod") else made
        _guarded(m, frame, lambda: _enter(m, func, method, receiver, handler))  # noqa: B023 - run at once
        _keep(kept, m.state.heap, made, changing)
        if m.module_steps_left <= 0:
            return


def _decorator_row(m: Interpreter, module: str, defined: ir.Function | ir.Class) -> Api | None:
    for decorator in defined.decorators:
        callee = decorator.func if isinstance(decorator, ir.Call) else decorator
        if not isinstance(callee, (ir.Name, ir.Attribute)):
            continue
        for symbol in sorted(evaluate_in(m, module, callee).symbols):
            row = tables.lookup(symbol)
            if isinstance(row, Api) and "handler" in row.roles:
                return row
    return None


def _changing(node: ir.Class) -> frozenset[str]:
    """The attributes that methods other than `__init__` set: what `__init__` gave them does not last."""
    found: set[str] = set()
    for method in node.body:
        if isinstance(method, ir.Function) and method.name != "__init__":
            for inner in changes((method,)):
                targets = inner.targets if isinstance(inner, ir.Assign) else ()
                found.update(target.name for target in targets if isinstance(target, ir.Attribute))
    return frozenset(found)


def _lasting(name: str, value: Value, changing: frozenset[str]) -> Value:
    """What later methods may rely on: not on None, which is there to be replaced, nor on a flag that changes."""
    kinds = {item.type for item in value.constants}
    if "NoneType" in kinds or (name in changing and not kinds.isdisjoint(("bool", "int", "float"))):
        return join(value, unknown(f"attribute `{name}` may have been set since"))
    return value


def _keep(kept: dict[int, Obj], after: dict[int, Obj], made: Value, changing: frozenset[str]) -> None:
    """Let what a method set on the instance be known to the methods that run later."""
    (ref,) = made.refs
    new, old = after.get(ref), kept.get(ref)
    if new is None or old is None:
        return
    for other, obj in after.items():
        kept.setdefault(other, obj)
    items = dict(old.items)
    for key, value in new.items.items():
        items[key] = join(items[key], value) if key in items else _lasting(str(key), value, changing)
    kept[ref] = replace(old, items=items)
