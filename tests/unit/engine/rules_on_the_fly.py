"""How does a test get a rule with a check of its own?"""

from pathlib import Path

from analyzer.engine.registry import LoadedRule

_SOURCE = '''"""
## What it finds

T.

## Why it matters

T.

## Bad

{bad}

## Good

{good}

## When it is fine

T.

## What it cannot see

T.

## References

T.
"""

from analyzer.api import Level, Precision, Rule


def check(ctx):
    {check}


RULE = Rule(
    id="{id}",
    title="A title",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("load.pickle",),
    check=check,
    since="0.1",
)
'''

EVERY_LOAD = 'return [ctx.finding(call.place, "a load") for call in ctx.calls("load.pickle")]'
BAD = "```python\nimport pickle\n# ruleid: some-load\npickle.load(open('x', 'rb'))\n```"
GOOD = "```python\nimport json\n# ok: some-load\njson.load(open('x'))\n```"


def write_rule(
    folder: Path, check: str = EVERY_LOAD, *, name: str = "some_load", bad: str = BAD, good: str = GOOD
) -> LoadedRule:
    """Write a rule that reads "load.pickle" into `folder`/fly/ and return it, not yet executed."""
    path = folder / "fly" / f"{name}.py"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_SOURCE.format(check=check, id=name.replace("_", "-"), bad=bad, good=good))
    return LoadedRule(path)
