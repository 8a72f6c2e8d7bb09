"""What is the way of data to each model that a module saves, or loads and asks?"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from analyzer.interpret.facts import CallFact, Facts, ModelUse, Saved
from analyzer.interpret.spelling import spelling
from analyzer.interpret.values import NOT_CONSTANT, Applied, Place, Value
from analyzer.model.location import Location
from analyzer.model.preprocessing import UNKNOWN, Preprocessing, Step, StepKind
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

MAX_USES: Final = 32  # of models in one module

_LOADS: Final = frozenset({"load.torch", "load.pickle", "load.torchscript", "load.keras", "hub.weights"})
_FORM: Final = frozenset(
    {"inplace", "interpolation", "antialias", "max_size", "cache_dir", "token", "use_fast", "revision"}
)
_SPELT: Final = frozenset({"path", "load", "key"})  # steps of paths, loaded objects and single members, not of data


def preprocessings(
    facts: Facts, module: str, code: ir.Module, locate: Callable[[Place], Location]
) -> tuple[Preprocessing, ...]:
    """The preprocessing of every model that a module trains and saves, or loads and asks.

    Args:
        facts: of the module; see `lineage` for where the steps come from.
        module: its dotted name.
        code: its tree, for the names of constants.
        locate: turns a place into a location.
    """
    prepared = [call for call in facts.calls if "prepare" in call.api.roles]
    if not facts.model_uses and not prepared:
        return ()
    reading = _Reading(facts, module, code, locate)
    found = [reading.preprocessing(use) for use in facts.model_uses[:MAX_USES]]
    if prepared:
        found += _declared(reading, prepared)
    return tuple(dict.fromkeys(each for each in found if each is not None))


def _declared(reading: "_Reading", prepared: list[CallFact]) -> Iterator[Preprocessing]:
    """What a module declares for every model that it saves, or loads, and does not make itself."""
    facts, locate = reading.facts, reading.locate
    saved = {each.path: each.place for each in facts.saved if each.path}
    loads = (call for call in facts.calls if not _LOADS.isdisjoint(call.api.roles) and "prepare" not in call.api.roles)
    loaded = {path: call.place for call in loads if (path := _given(call))}
    own = {path.rpartition("/")[2] for path in saved}
    steps = tuple(reading.declared(call) for call in prepared)
    ways = [("train", path, place) for path, place in saved.items()]
    ways += [("serve", path, place) for path, place in loaded.items() if path.rpartition("/")[2] not in own]
    for purpose, path, place in ways:
        yield Preprocessing(
            entry=f"{reading.module}:",
            purpose=purpose,
            steps=tuple(step for step in steps if not _comes_along(step, path)),
            artefact=path,
            variables=reading.used(steps),
            declared=True,
            at=locate(place),
        )


def _comes_along(step: Step, path: str) -> bool:
    """Whether a tokenizer is the one that was saved beside the model."""
    return any(text == repr(path) for _, text in step.arguments)


def _given(call: CallFact) -> str:
    """The path that a model is loaded from, as it is spelt."""
    subject = call.subject
    found = spelling(subject) if subject is not None else ""
    return found if not found.endswith("}") else ""


class _Reading:
    """What is the same for all models of a module."""

    def __init__(self, facts: Facts, module: str, code: ir.Module, locate: Callable[[Place], Location]) -> None:
        self.facts = facts
        self.module = module
        self.locate = locate
        self.names = [node for node in walk(code) if isinstance(node, ir.Name)]
        self.constants = dict(_constants(code))
        self.saved = tuple(dict.fromkeys(_described(facts.saved)))

    def preprocessing(self, use: ModelUse) -> Preprocessing | None:
        """The way of data to one model; None for a training of which nothing is saved."""
        artefact = use.artefact
        if use.purpose == "train":
            paths = [saved.path for saved in self.facts.saved if use.place in saved.fits]
            if not paths:
                return None
            artefact = next(filter(None, paths), "")
        steps = [self.step(each) for each in use.steps if each.kind not in _SPELT]
        if use.unseen and not any(each.kind == "source" for each in use.steps):
            why = "what was done before is up to the caller"
            steps.insert(0, Step(kind=StepKind.UNKNOWN, name=why, at=self.locate(use.place)))
        model = Step(
            kind=StepKind.MODEL, name=use.model, arguments=use.args, artefact=artefact, at=self.locate(use.place)
        )
        decisions = [self.step(each) for each in self.facts.decisions.get(use.place, {}).values()]
        return Preprocessing(
            entry=use.function,
            purpose=use.purpose,
            steps=(*steps, model, *decisions),
            artefact=artefact,
            saved=self.saved,
            handler=use.served,
            variables=self.used((*steps, *decisions)),
            at=self.locate(use.place),
        )

    def used(self, steps: Iterable[Step]) -> tuple[tuple[str, str, Location], ...]:
        """The module's constants that go into `steps`, with their texts and places."""
        names = {name for step in steps for _, name in step.variables}
        known = ((name, *self.constants[name]) for name in self.constants if name in names)
        return tuple((name, text, self.locate(place)) for name, text, place in known)

    def step(self, applied: Applied) -> Step:
        """A step as it is compared."""
        kept = next((saved.path for saved in self.facts.saved if applied.fitted in saved.fits), "")
        return Step(
            kind=StepKind(applied.kind),
            name=applied.name,
            arguments=applied.args,
            columns=applied.columns,
            learns=applied.learns,
            artefact=applied.artefact or (kept if applied.fitted is not None else ""),
            variables=tuple((name, found) for name, place in applied.where for found in self._named(place)),
            # A transformer that the program has fitted is chosen there, wherever it is applied.
            at=self.locate(applied.fitted or applied.place),
        )

    def declared(self, call: CallFact) -> Step:
        """A transform or tokenizer that is made, with its constant arguments."""
        kept = {name: value for name, value in call.args.items() if name not in _FORM}
        return Step(
            kind=StepKind.TRANSFORMER,
            name=call.api.name.replace(".v2.", "."),
            arguments=tuple(sorted((name, plain(value)) for name, value in kept.items())),
            variables=tuple((name, found) for name, place in call.arg_places.items() for found in self._named(place)),
            at=self.locate(call.place),
        )

    def _named(self, place: Place) -> Iterator[str]:
        """The constants of the module that an argument is made of."""
        if place.module == self.module:
            for node in self.names:
                if place.start <= node.start and node.end <= place.end and node.id in self.constants:
                    yield node.id


def plain(value: Value) -> str:
    """The canonical text of a constant, or of a tuple of constants; see `lineage.text`."""
    if value.elements is not None:
        return f"[{', '.join(map(plain, value.elements))}]"
    constant = value.constant
    if isinstance(constant, float) and constant.is_integer():
        return repr(int(constant))
    return repr(constant) if constant is not NOT_CONSTANT and not value.unknown else UNKNOWN


def _described(saved: list[Saved]) -> Iterator[tuple[str, str]]:
    for each in saved:
        for _, text in each.texts:
            yield each.path.rpartition("/")[2], text


def _constants(code: ir.Module) -> Iterator[tuple[str, tuple[str, Place]]]:
    """The names that a module gives a constant number, text or list of such once, with its text and place."""
    given: dict[str, list[ir.Assign]] = {}
    for node in code.body:
        if isinstance(node, ir.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ir.Name):
            given.setdefault(node.targets[0].id, []).append(node)
    for name, nodes in given.items():
        text = _text(nodes[0].value)
        if len(nodes) == 1 and UNKNOWN not in text:
            yield name, (text, Place(code.name, nodes[0].start, nodes[0].end))


def _text(node: ir.Expr) -> str:
    match node:
        case ir.Const(value=float() as value) if value.is_integer():
            return repr(int(value))
        case ir.Const(value=value):
            return repr(value)
        case ir.Unary(op="-", value=value):
            return f"-{_text(value)}"
        case ir.Sequence(items=items):
            return f"[{', '.join(map(_text, items))}]"
        case ir.Dict(entries=entries) if all(each.key is not None for each in entries):
            return "{" + ", ".join(f"{_text(each.key)}: {_text(each.value)}" for each in entries if each.key) + "}"
        case ir.Call(func=ir.Attribute(name="array"), args=(inner,)):
            return _text(inner)
    return UNKNOWN
