"""Where has a transformer of the project learned what it knows: at the call that fits it, not inside of its `fit`.

The class is fine wherever it is fitted on the right rows; the call that hands it others is what a reader has to change.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from analyzer.interpret.values import Fit, Func, Place, Statistic, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_FITS = ("fit", "fit_transform", "partial_fit")
_MODELS = ("", "model", "search")


def learns(m: "Interpreter", func: Func) -> bool:
    """Whether `func` is the method by which a class of the project learns what its `transform` then applies."""
    owner, _, name = func.qualname.rpartition(".")
    return name in _FITS and bool(owner) and m.project.method(f"{func.module}.{owner}", "transform") is not None


def learned_at(
    m: "Interpreter", func: Func, node: ir.Function | ir.Lambda, result: Value, written: Iterable[int], place: Place
) -> Value:
    """`result`, and the objects that the call has written, with the statistics computed in it moved to `place`."""

    def inside(at: Place) -> bool:
        return at.module == func.module and node.start <= at.start and at.end <= node.end

    def moved(found: frozenset[Statistic]) -> frozenset[Statistic]:
        return frozenset(replace(each, place=place) if inside(each.place) else each for each in found)

    def told(value: Value) -> Value:
        return replace(value, statistics=moved(value.statistics)) if value.statistics else value

    def fitted(fit: Fit) -> Fit:
        """What a transformer inside of this one has learned is learned by the same call; a model stays where it is."""
        at = place if inside(fit.place) and fit.how not in _MODELS else fit.place
        return replace(fit, place=at, statistics=moved(fit.statistics))

    for ref in sorted(written):
        obj = m.state.heap.get(ref)
        if obj is not None:
            items = {key: told(value) for key, value in obj.items.items()}
            fits = tuple(fitted(fit) for fit in obj.fits)
            m.state.write(ref, replace(obj, items=items, statistics=moved(obj.statistics), fits=fits))
    return told(result)
