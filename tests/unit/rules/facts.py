"""How is a rule shown one call, without an interpreter?"""

from collections.abc import Callable, Iterable, Mapping

from analyzer.api import Assignment, CallFact, Comparison, Finding, Place, RuleContext, Trace, Value
from analyzer.engine.registry import find, load_rules
from analyzer.interpret.facts import Facts
from analyzer.interpret.values import NOTHING, Origin
from analyzer.knowledge.lookup import lookup
from analyzer.knowledge.table import Api, Class
from analyzer.model.location import Location

PLACE = Place("example", 10, 20)


def call_of(name: str, receiver: Value | None = None, is_open: str = "", /, **args: Value) -> CallFact:
    """A call of the function, method or class `name` of the tables."""
    row = lookup(name)
    if isinstance(row, Class):
        row = Api(name=row.name, params=row.params, roles=row.roles, options=row.options)
    assert row is not None
    return CallFact(
        api=row,
        name=name,
        place=PLACE,
        target=PLACE,
        args=args,
        arg_places={},
        receiver=receiver,
        open=is_open,
        result=NOTHING,
        function="example:",
    )


def coming_from(kind: str, detail: str = "x", **fields: object) -> Value:
    """A value with one origin, which has a trace of one step; that of a parameter is one of `example:f`."""
    trace = Trace(Place("example", 1, 2), "it comes in here")
    function = "example:f" if kind == "parameter" else ""
    return Value(origins=frozenset({Origin(kind, detail, function, trace)}), **fields)  # type: ignore[arg-type]


def findings(
    rule: str,
    *calls: CallFact,
    comparisons: Iterable[Comparison] = (),
    assignments: Iterable[Assignment] = (),
    versions: Mapping[tuple[str, str], bool] = {},
    defines: Callable[[str, str], bool] = lambda _owner, _name: False,
) -> list[Finding]:
    """What rule `rule` says of these calls, comparisons and assignments."""
    loaded = find(rule, load_rules())
    ctx = RuleContext(
        rule_id=loaded.qualified,
        module="example",
        facts=Facts(calls=list(calls), comparisons=list(comparisons), assignments=list(assignments)),
        locate=lambda place: Location(path="example.py", line=place.start, column=1, end_line=place.end, end_column=1),
        version_at_least=lambda distribution, version: versions.get((distribution, version)),
        defines=defines,
    )
    return list(loaded.rule.check(ctx))
