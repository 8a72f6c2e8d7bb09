"""What has passed which checks, however many objects hold each other?"""

from analyzer.interpret.state import State
from analyzer.interpret.values import Obj, Origin, Value

REQUEST = frozenset((Origin("request", "body"),))
WIDE, DEEP = 24, 5  # there are 24 ** 5 ways through lists that hold all lists of the next layer


def _layers(checked: frozenset[str]) -> tuple[State, Value]:
    """The lists of all layers, of which the last hold what came in."""
    content = Value(origins=REQUEST, checks=checked)
    heap: dict[int, Obj] = {}
    for layer in range(DEEP):
        refs = range(layer * WIDE, (layer + 1) * WIDE)
        heap |= {ref: Obj(kind="list", type="list", items={0: content}) for ref in refs}
        content = Value(refs=frozenset(refs))
    return State({}, heap), content


def test_objects_that_are_held_in_many_ways_are_gone_through_once() -> None:
    state, value = _layers(frozenset(("bounded",)))
    assert state.checks(value) == {"bounded"}
    assert state.plain(value).origins == REQUEST


def test_one_content_without_a_check_counts() -> None:
    state, value = _layers(frozenset())
    assert state.checks(value) == frozenset()
