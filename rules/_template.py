"""## What it finds
What is seen in the code, in two or three sentences: which call, which value, how it got there.

## Why it matters
What goes wrong for the team that runs this code, and how bad it is.

## Bad
```python
import pickle

# ruleid: hazard-in-kebab-case
model = pickle.load(open("model.pkl", "rb"))
```

## Good
```python
import json

# ok: hazard-in-kebab-case
model = json.load(open("model.json"))
```

## When it is fine
The cases in which a careful reader would leave the code as it is.

## What it cannot see
The limits; one that an example can show is marked `# todoruleid` (missed) or `# todook` (reported wrongly).

## References
- The library's own words on the hazard.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Every call of the role, unless its arguments show that no harm can come of it."""
    for call in ctx.calls("role.of-the-tables"):
        if call.args.get("safe") is None:
            yield ctx.finding(call.place, f"`{call.name}` does this, which leads to that")


RULE = Rule(
    id="hazard-in-kebab-case",
    title="What is dangerous, in one line without a full stop",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("role.of-the-tables",),
    since="0.0.0",
    check=check,
)
