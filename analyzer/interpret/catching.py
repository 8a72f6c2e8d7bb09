"""What becomes of an exception of a model: is it raised on, told, or does an answer take its place?

Read are handlers that catch everything (`except:`, `except Exception:`) around code that asks a model. What they do is
read from their text, and names in it are looked up where it is run.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from analyzer.interpret.facts import Caught
from analyzer.interpret.values import Place
from analyzer.syntax import ir
from analyzer.syntax.walk import children, walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_BROAD: Final = frozenset({"builtins.Exception", "builtins.BaseException"})
_ASKED: Final = "model-input"
_LOGS: Final = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "print_exc"})
_QUIET: Final = frozenset({"builtins.print", "warnings.warn", "traceback.print_exc", "traceback.format_exc"})
_TEXTS: Final = frozenset({"builtins.str", "builtins.repr", "traceback.format_exc", "traceback.format_exception"})
# Words by which an answer says that it is none, in its keys or in its texts.
_FAILED: Final = re.compile(
    r"\berr|error|fail|exception|invalid|status|success|message|detail|reason|unavail|sorry|cannot|can't|unable",
    re.IGNORECASE,
)
_WRAPPERS: Final = frozenset(
    {
        "flask.jsonify",
        "fastapi.responses.JSONResponse",
        "starlette.responses.JSONResponse",
        "builtins.dict",
        "builtins.list",
        "json.dumps",
        "numpy.array",
        "numpy.zeros",
        "numpy.ones",
    }
)
_RESPONSES: Final = frozenset(
    {
        *_WRAPPERS,
        "fastapi.HTTPException",
        "starlette.exceptions.HTTPException",
        "flask.abort",
        "flask.make_response",
        "fastapi.responses.PlainTextResponse",
        "starlette.responses.PlainTextResponse",
        "django.http.JsonResponse",
        "django.http.HttpResponse",
        "rest_framework.response.Response",
    }
)


def tried(m: "Interpreter", node: ir.Try, before: int) -> None:
    """Keep what the handlers of a `try` do with the exceptions of models that its body has asked.

    Args:
        node: the statement, the body of which has been run.
        before: how many calls were recorded before that.
    """
    if _ASKED not in m.roles or not node.body:
        return
    frame = m.frames[-1]
    body = Place(frame.module, node.body[0].start, node.body[-1].end)
    asked = frozenset(call.place for call in m.facts.calls[before:] if _ASKED in call.api.roles)
    for handler in node.handlers:
        if is_broad(m, handler):
            found = _caught(m, node, handler, body, asked)
            if found not in m.facts.caught:
                m.facts.caught.append(found)


def is_broad(m: "Interpreter", handler: ir.Handler) -> bool:
    """Whether a handler catches whatever a model may raise."""
    if handler.catches is None:
        return True
    each = handler.catches.items if isinstance(handler.catches, ir.Sequence) else (handler.catches,)
    return any(isinstance(one, ir.Name | ir.Attribute) and m.evaluate(one).may_be(*_BROAD) for one in each)


def _caught(m: "Interpreter", node: ir.Try, handler: ir.Handler, body: Place, asked: frozenset[Place]) -> Caught:
    module = m.frames[-1].module
    end = handler.catches.end if handler.catches is not None else handler.start + len("except")
    # The handler of the function that the framework calls answers the client itself.
    answers = bool(m.served) and len(m.frames) == 2
    how, doubtful = _outcome(m, node, handler)
    if answers and how == "nothing":
        how, doubtful = "constant", False
    return Caught(
        place=Place(module, handler.start, end),
        body=body,
        asked=asked,
        how=how,
        doubtful=doubtful and not (answers and how == "constant"),
        logged=any(_is_log(m, call) for call in _calls(handler.body)),
        shown=tuple(Place(module, each.start, each.end) for each in _shown(m, handler, answers=answers)),
        function=m.where(),
        served=m.served,
    )


def _outcome(m: "Interpreter", node: ir.Try, handler: ir.Handler) -> tuple[str, bool]:
    """What takes the place of the answer, and whether code further on may tell the difference.

    "constant" (a made-up answer is returned), "nothing" (None or a like value), "skipped" (the loop goes on),
    "assigned" (a name gets it) or "ignored"; "" if the exception is told or raised on, or that is not clear.
    """
    inner = list(_statements(handler.body))
    if any(isinstance(each, ir.Raise) for each in inner) or _is_told(m, handler):
        return "", False
    returns = [each for each in inner if isinstance(each, ir.Return)]
    if returns:
        tried = [each.value for each in _statements((*node.body, *node.orelse)) if isinstance(each, ir.Return)]
        if tried and all(_kind(m, each) for each in tried):
            return "", False  # a verdict or the code of an exit, and no answer of a model
        kinds = {_kind(m, each.value) for each in returns}
        how = "" if "" in kinds else "constant" if "constant" in kinds else "nothing"
        return how, how == "nothing"
    if any(isinstance(each, ir.Flow) and each.kind == "continue" for each in inner):
        return "skipped", False
    if any(isinstance(each, ir.Flow) and each.kind == "break" for each in inner):
        return "", False
    given = [each for each in inner if isinstance(each, ir.Assign | ir.AnnAssign | ir.AugAssign)]
    kinds = {_kind(m, each.value) for each in given}
    if (
        "" in kinds
        or kinds == {"nothing"}
        or any(isinstance(each, ir.If | ir.For | ir.While | ir.Try | ir.With) for each in inner)
    ):
        return "", False
    return "assigned" if given else "ignored", _is_asked_later(m, node, given)


def _is_asked_later(m: "Interpreter", node: ir.Try, given: Iterable[ir.Stmt]) -> bool:
    """Whether what is below the `try` asks about a name that its body or the handler gives a value."""
    frame = m.frames[-1]
    names = {name for each in (*_statements(node.body), *given) for name in _bound(each)}
    code = m.code.get((frame.module, frame.qualname)) or m.project.module(frame.module)
    below = (each for each in walk(code) if each.start >= node.end) if code is not None else iter(())
    tests = (each.test for each in below if isinstance(each, ir.If | ir.Conditional | ir.While | ir.Assert))
    return any(isinstance(each, ir.Name) and each.id in names for test in tests for each in walk(test))


def _bound(statement: ir.Stmt) -> Iterator[str]:
    targets: tuple[ir.Expr, ...] = ()
    if isinstance(statement, ir.Assign):
        targets = statement.targets
    elif isinstance(statement, ir.AnnAssign):
        targets = (statement.target,)
    for target in targets:
        yield from (each.id for each in walk(target) if isinstance(each, ir.Name))


def _kind(m: "Interpreter", value: ir.Expr | None, depth: int = 0) -> str:
    """What an answer that is written down is: "nothing", "constant", or "" if it may say that something failed."""
    if value is None:
        return "nothing"
    if depth > 3:
        return ""
    match value:
        case ir.Const():
            return _constant(value.value)
        case ir.Unary(op="-"):
            return "nothing" if isinstance(value.value, ir.Const) else ""  # -1 says that there is none
        case ir.Sequence():
            return _together([_kind(m, item, depth + 1) for item in value.items])
        case ir.Dict():
            keys = [entry.key.value for entry in value.entries if isinstance(entry.key, ir.Const)]
            if len(keys) < len(value.entries) or any(_FAILED.search(str(key)) for key in keys):
                return ""
            return _together([_member(m, entry.value, depth + 1) for entry in value.entries])
        case ir.Call():
            wrapped = (
                m.evaluate(value.func).may_be(*_WRAPPERS) if isinstance(value.func, ir.Name | ir.Attribute) else False
            )
            named = [each for each in value.keywords if each.name != "content"]
            if not wrapped or any(each.name is None or _FAILED.search(each.name) for each in named):
                return ""
            inner = (*value.args, *(each.value for each in value.keywords))
            return _together([_member(m, each, depth + 1) for each in inner])
        case ir.Name() | ir.Attribute():
            known = m.evaluate(value)
            return _constant(known.constant) if len(known.constants) == 1 and not known.unknown else ""
    return ""


def _member(m: "Interpreter", value: ir.Expr, depth: int) -> str:
    """The same for a member of an answer: a text of one word is a label like those of the model."""
    if isinstance(value, ir.Const) and isinstance(value.value, str):
        return "" if _FAILED.search(value.value) or " " in value.value.strip() else "constant"
    return _kind(m, value, depth)


def _constant(value: object) -> str:
    if value is None or isinstance(value, bool) or value == "":
        return "nothing"
    return "constant" if isinstance(value, int | float) and value < 400 else ""


def _together(kinds: list[str]) -> str:
    if "" in kinds:
        return ""
    return "constant" if "constant" in kinds else "nothing"


def _is_told(m: "Interpreter", handler: ir.Handler) -> bool:
    """Whether the handler uses the exception for more than a log, or tells of it by a call with a text of its own."""
    logged: set[int] = set()
    for call in _calls(handler.body):
        if _is_log(m, call):
            logged.update(id(each) for each in walk(call))
    for each in (node for statement in handler.body for node in walk(statement)):
        if id(each) in logged:
            continue
        if isinstance(each, ir.Name) and each.id == handler.name:
            return True
        if isinstance(each, ir.Call) and not _is_plain(m, each):
            return True
    return False


def _is_plain(m: "Interpreter", call: ir.Call) -> bool:
    """Whether a call in a handler surely tells nobody: what wraps an answer, or a method of a list."""
    if isinstance(call.func, ir.Attribute) and call.func.name in ("append", "extend", "get", "copy"):
        return True
    return isinstance(call.func, ir.Name | ir.Attribute) and m.evaluate(call.func).may_be(*_WRAPPERS)


def _is_log(m: "Interpreter", call: ir.Call) -> bool:
    """Whether a call writes to a log or to the terminal, where a client sees nothing."""
    func = call.func
    if not isinstance(func, ir.Name | ir.Attribute):
        return False
    symbols = m.evaluate(func).symbols
    if symbols:
        return bool(symbols & _QUIET) or all(name.startswith("logging.") for name in symbols)
    return isinstance(func, ir.Attribute) and func.name in _LOGS


def _shown(m: "Interpreter", handler: ir.Handler, *, answers: bool) -> Iterator[ir.Expr]:
    """The expressions that put the exception's text, or that of the traceback, into what the client gets."""
    if not m.served:
        return
    for statement in _statements(handler.body):
        if isinstance(statement, ir.Return) and answers and statement.value is not None:
            yield from _texts(m, statement.value, handler.name)
        elif isinstance(statement, ir.Raise | ir.ExprStmt) and isinstance(statement.value, ir.Call):
            func = statement.value.func
            if isinstance(func, ir.Name | ir.Attribute) and m.evaluate(func).may_be(*_RESPONSES):
                yield from _texts(m, statement.value, handler.name)


def _texts(m: "Interpreter", value: ir.Expr, name: str | None) -> Iterator[ir.Expr]:
    for each in walk(value):
        if isinstance(each, ir.Call) and isinstance(each.func, ir.Name | ir.Attribute):
            given = {arg.id for arg in each.args if isinstance(arg, ir.Name)}
            symbols = m.evaluate(each.func).symbols
            whole = any(symbol.startswith("traceback.") for symbol in symbols & _TEXTS)
            if whole or (symbols & _TEXTS and name in given):
                yield each
                return
        if isinstance(each, ir.FString) and any(
            isinstance(part, ir.Name) and part.id == name for part in children(each)
        ):
            yield each
            return


def _statements(body: Iterable[ir.Stmt]) -> Iterator[ir.Stmt]:
    """Every statement of a body, without those of functions and classes in it."""
    for statement in body:
        yield statement
        if not isinstance(statement, ir.Function | ir.Class):
            inner = (each for each in children(statement) if isinstance(each, ir.Handler) or _is_statement(each))
            for each in inner:
                yield from _statements(each.body if isinstance(each, ir.Handler) else (each,))  # type: ignore[arg-type]


def _is_statement(node: ir.Node) -> bool:
    return isinstance(node, _STATEMENTS)


_STATEMENTS: Final = (
    ir.Assign,
    ir.AnnAssign,
    ir.AugAssign,
    ir.ExprStmt,
    ir.Return,
    ir.Raise,
    ir.Flow,
    ir.If,
    ir.For,
    ir.While,
    ir.Try,
    ir.With,
    ir.Match,
)


def _calls(body: Iterable[ir.Stmt]) -> Iterator[ir.Call]:
    return (each for statement in body for each in walk(statement) if isinstance(each, ir.Call))
