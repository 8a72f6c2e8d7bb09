"""Which random numbers of a dataset are the same in every worker that loads it?

Workers are copies of the process: each has the same state of a generator that the dataset keeps. The state of
`numpy.random` is set anew in each worker from PyTorch 1.9 on (`torch/utils/data/_utils/worker.py`).
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final
from weakref import WeakKeyDictionary

from analyzer.interpret.facts import Event
from analyzer.interpret.schemas import evaluate_in
from analyzer.interpret.values import Place
from analyzer.project.project import Project
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

ASKED_FOR: Final = "worker-seed"  # the fact without which nobody asks
_DATASET: Final = "torch.utils.data.Dataset"
_MAKERS: Final = frozenset({"numpy.random.default_rng", "numpy.random.RandomState", "random.Random"})
_WITHOUT_STATE: Final = frozenset({"default_rng", "RandomState", "Generator", "SeedSequence", "seed", "get_state"})
_LOADED: Final[WeakKeyDictionary[Project, bool]] = WeakKeyDictionary()


def shared(m: "Interpreter", code: ir.Module) -> None:
    """Keep the draws of datasets of a module that all workers make alike."""
    for node in code.body:
        if isinstance(node, ir.Class) and m.is_a(f"{code.name}.{node.name}", _DATASET):
            for call, name in _draws(m, code, node):
                if not _in_workers(m.project):
                    return
                place = Place(code.name, call.start, call.end)
                m.facts.events.append(Event("shared-seed", place, name, f"{code.name}:{node.name}.__getitem__"))


def _draws(m: "Interpreter", code: ir.Module, node: ir.Class) -> Iterator[tuple[ir.Call, str]]:
    methods = {each.name: each for each in node.body if isinstance(each, ir.Function)}
    if "__getitem__" not in methods or "get_worker_info" in {_last(each) for each in walk(node)}:
        return
    kept = _kept(m, code, methods.get("__init__"))
    reached, waiting = set(), ["__getitem__"]
    while waiting:
        name = waiting.pop()
        if name in reached or name not in methods or name == "__init__":
            continue
        reached.add(name)
        for each in walk(methods[name]):
            if not isinstance(each, ir.Call) or not isinstance(each.func, ir.Attribute):
                continue
            owner = each.func.base
            if isinstance(owner, ir.Name) and owner.id == "self":
                waiting.append(each.func.name)
            elif isinstance(owner, ir.Attribute) and owner.name in kept and isinstance(owner.base, ir.Name):
                yield each, f"self.{owner.name}"
            elif each.func.name not in _WITHOUT_STATE and _last(owner) == "random":
                symbols = evaluate_in(m, code.name, each.func).symbols
                if any(symbol.startswith("numpy.random.") for symbol in symbols):
                    yield each, f"numpy.random.{each.func.name}"


def _kept(m: "Interpreter", code: ir.Module, init: ir.Function | None) -> set[str]:
    """The attributes that `__init__` gives a generator of random numbers."""
    found: set[str] = set()
    for each in walk(init) if init is not None else ():
        made = isinstance(each, ir.Assign) and isinstance(each.value, ir.Call) and _last(each.value.func) in _NAMES
        if made and isinstance(each, ir.Assign) and isinstance(each.value, ir.Call):
            symbols = evaluate_in(m, code.name, each.value.func).symbols
            if not symbols.isdisjoint(_MAKERS):
                found.update(target.name for target in each.targets if isinstance(target, ir.Attribute))
    return found


_NAMES: Final = frozenset(name.rpartition(".")[2] for name in _MAKERS)


def _last(node: ir.Node) -> str:
    return node.name if isinstance(node, ir.Attribute) else node.id if isinstance(node, ir.Name) else ""


def _in_workers(project: Project) -> bool:
    """Whether loaders of the project have workers, and none sets their seeds."""
    known = _LOADED.get(project)
    if known is None:
        calls = [call for name in sorted(project.paths) for call in _loaders(project, name)]
        given = [{key.name: key.value for key in call.keywords} for call in calls]
        seeded = any("worker_init_fn" in each or None in each for each in given)
        counts = (each["num_workers"] for each in given if "num_workers" in each)
        several = any(not isinstance(count, ir.Const) or bool(count.value) for count in counts)
        known = _LOADED[project] = several and not seeded
    return known


def _loaders(project: Project, module: str) -> Iterator[ir.Call]:
    summary = project.summary(module)
    code = project.module(module) if summary is not None and "DataLoader" in summary.identifiers else None
    for node in walk(code) if code is not None else ():
        if isinstance(node, ir.Call) and _last(node.func) == "DataLoader":
            yield node
