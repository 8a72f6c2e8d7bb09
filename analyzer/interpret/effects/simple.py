"""What do calls make of values of which no more is to be known than where they came from?"""

import posixpath
from collections.abc import Callable
from typing import Final

from analyzer.interpret import verification
from analyzer.interpret.effects import keyed, options
from analyzer.interpret.effects.data import ARRAY, NONE, OF_COLUMN, add_to_all, first, is_frame, replace, set_column
from analyzer.interpret.effects.marks import counted
from analyzer.interpret.effects.origins import types
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.spelling import put_together, template
from analyzer.interpret.values import EMPTY, NOTHING, Literal, Obj, Value, join

_PURE: Final[dict[str, Callable[..., str]]] = {
    "os.path.join": posixpath.join,
    "os.path.basename": posixpath.basename,
    "os.path.dirname": posixpath.dirname,
    "os.path.normpath": posixpath.normpath,
}
_SAME_FILE: Final = frozenset(
    {"os.path.join", "os.path.abspath", "os.path.realpath", "os.path.expanduser", "os.fspath"}
)


def unknown(call: Invocation) -> Value:
    """Everything of receiver and arguments may be in the result."""
    return call.state.derive(call.inputs(), types=types(call), unknown=f"`{call.name}` is not described")


def carry(call: Invocation) -> Value:
    """The result is derived from the subject, if the table names one, else from everything."""
    if call.api.returns == "self" and call.receiver is not None:
        return call.receiver
    if call.api.option("true") == "verified" and len(call.args) == 2:
        digests = verification.decides(*call.args.values())
        return call.state.derive(digests, types=frozenset(("bool", verification.RIGHT) if digests else ("bool",)))
    values = (first(call),) if call.api.subject else call.inputs()
    if call.api.how == "watched":  # only what was measured on validation rows is a score
        name = call.arg("name")
        judged = name is not None and (name.text or "").startswith("val_")
        return call.state.derive(values, **({} if judged else {"scores": EMPTY}))
    constants = _folded(call)
    spelt = put_together(call.inputs(), folders=True) if call.api.name in _SAME_FILE else ""
    if call.api.name == "builtins.str.format" and call.receiver is not None and call.receiver.text is not None:
        spelt = template(call.receiver.text, "{", call.args.values())
    result = call.state.derive(values, types=types(call), constants=constants, spelling=spelt)
    if constants or (result.origins and call.api.name not in _PURE):
        return result
    # Of what nothing is known and that comes from nowhere that was seen, the result is not known either.
    why = next((value.unknown for value in values if value.unknown and not call.state.origins(value)), "")
    return replace(result, unknown=why) if why else result


def _folded(call: Invocation) -> frozenset[Literal]:
    """The constant that a pure function of paths gives for constant paths."""
    pure = _PURE.get(call.api.name)
    texts = [value.text for value in call.args.values()] if pure is not None else []
    known = [text for text in texts if text is not None]
    if pure is None or not known or len(known) < len(texts):
        return EMPTY
    return frozenset({Literal("str", pure(*known))})


def constant(call: Invocation) -> Value:
    """Nothing of the arguments matters for the result; a "blank" array is there to be filled."""
    if call.api.how == "counted":
        counted(call)
    if call.api.how == "column":  # `pl.col("x")`
        column = Obj(kind="instance", type=call.api.returns, items={OF_COLUMN: first(call)})
        return call.machine.allocate(call.place, column, types=types(call))
    if call.api.how == "blank":
        blank = Obj(kind="frame", type=ARRAY)
        return call.machine.allocate(call.place, blank, types=types(call))
    return Value(types=types(call))


def validate(call: Invocation) -> Value:
    """The subject, which has passed the check `how` (option `checks`: and these).

    The check counts wherever the subject is held, because what fails it raises; with option `when` only if that
    argument is true or a class, with `unless` not if one of those may be false. With option `looks_into` nothing is
    promised of the subject: the objects of that class that it may be a part of gain the word `how`, since the program
    has looked at what is in them.
    """
    subject = first(call)
    when, unless = call.api.option("when"), call.api.option("unless").split()
    off = any((given := call.arg(name)) is not None and given.truth is not True for name in unless)
    if off or (when and ((given := call.arg(when)) is None or not (given.truth is True or given.symbols))):
        return call.state.derive((subject,), types=types(call))
    if owner := call.api.option("looks_into"):
        return _looked_into(call, owner)
    checks = frozenset((*call.api.how.split(), *call.api.option("checks").split()))
    for name, value in call.state.names.items():
        if value.origins and value is subject:
            call.state.names[name] = replace(value, checks=value.checks | checks)
    call.state.update(subject, lambda obj: replace(obj, checks=obj.checks | checks))
    if call.api.option("content"):  # the subject is a hash: what was put into it is verified
        verification.verify(call.state, call.state.plain(subject))
    passed = replace(subject, checks=subject.checks | checks)
    return call.state.derive((passed,), types=types(call)) if call.api.returns else passed


def _looked_into(call: Invocation, owner: str) -> Value:
    subject = first(call)
    origins = call.state.origins(subject)
    for ref, obj in list(call.state.heap.items()):
        if obj.type == owner and obj.origins == origins:
            call.state.write(ref, replace(obj, words=obj.words | {call.api.how}))
    return call.state.derive((subject,), types=types(call))


def first_given(call: Invocation) -> Value:
    """The first argument of a method."""
    return call.args.get(call.api.positional[0] if call.api.positional else "0", NOTHING)


def mutate(call: Invocation) -> Value:
    """The receiver gains the arguments; with `how="word"` nothing but the word in option `word`."""
    receiver = call.receiver
    if receiver is None:
        return NONE
    if call.api.how == "keyed":
        keyed.put(call)
        return NONE
    if call.api.how == "word":
        word = call.api.option("word")
        call.state.update(receiver, lambda obj: replace(obj, words=obj.words | {word}))
        return NONE
    if call.api.how == "option":
        options.declare(call)
        return NONE
    if call.api.how == "layer":  # what it has learned goes into the model
        layer = first_given(call)
        if layer.refs:
            call.state.update(receiver, lambda obj: replace(obj, items={**obj.items, f"layer {len(obj.items)}": layer}))
        return NONE
    if call.api.how == "seeded":  # a generator of random numbers that begins anew
        seed = first_given(call)
        call.state.update(receiver, lambda obj: replace(obj, items={**obj.items, "seed": seed}))
        return receiver
    if call.api.how == "insert" and is_frame(call.state, receiver):
        name, value = call.arg("column"), call.arg("value")
        if name is not None and name.text is not None and value is not None:
            set_column(call.state, receiver, name.text, call.state.plain(value), where=call.place)
            return NONE
    if is_frame(call.state, receiver):
        add_to_all(call.state, receiver, call.state.derive(call.args.values()))
        return NONE

    content = call.state.derive(call.args.values())

    def grow(obj: Obj) -> Obj:
        if obj.kind == "instance":  # a file, a hash: what is put in becomes its content
            return replace(obj, origins=obj.origins | content.origins, rows=obj.rows | content.rows)
        rest = obj.rest
        for value in call.args.values():
            rest = value if rest is None else join(rest, value)
        return replace(obj, rest=rest)

    call.state.update(receiver, grow)
    return NONE
