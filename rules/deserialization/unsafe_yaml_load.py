'''## What it finds
YAML documents that may build any Python object: `yaml.load` with `Loader`, `UnsafeLoader` or their C twins, or without
a loader where PyYAML is older than 6 (a `full_load` from 5.1 on); `yaml.unsafe_load`; the unsafe loaders of
`ruamel.yaml`. Loaders are followed through imports, aliases, `getattr` and classes of the project. `FullLoader` and
`full_load` are a note: they build instances of classes that are already imported, and have been bypassed before PyYAML
5.4.

How much a call weighs follows from where the document comes from, as for pickles; for a document at a constant path, or
a constant that uses such tags, it is a note. A constant without them is no finding, nor is what the program dumped.

## Why it matters
A tag such as `!!python/object/apply:os.system` makes an unsafe loader call that function while it reads. A
configuration file, a model card or a request is then a program.

## Bad
```python
import yaml
from flask import request


def configure():
    # ruleid: unsafe-yaml-load
    return yaml.load(request.get_data(), Loader=yaml.Loader)
```

```python
import yaml


def configuration(path):
    with open(path) as file:
        # ruleid: unsafe-yaml-load
        return yaml.unsafe_load(file)
```

```python
import yaml
from yaml import CLoader as Fast


class Tagged(yaml.UnsafeLoader):
    pass


def read(stream):
    # ruleid: unsafe-yaml-load
    first = yaml.load(stream, Fast)
    # ruleid: unsafe-yaml-load
    second = list(yaml.load_all(stream, Loader=Tagged))
    return first, second
```

```python
import yaml


def read(stream, loader):
    # ruleid: unsafe-yaml-load
    first = yaml.load(stream)
    # ruleid: unsafe-yaml-load
    second = yaml.full_load(stream)
    # ruleid: unsafe-yaml-load
    third = yaml.load(stream, Loader=loader)
    return first, second, third
```

```python
from ruamel.yaml import YAML

# ruleid: unsafe-yaml-load
yaml = YAML(typ="unsafe")
# ok: unsafe-yaml-load
texts = YAML(typ="base")
```

Without a loader, `load` takes any tag before PyYAML 5.1, and is a `full_load` from then on until 6:

```python
# file: requirements.txt
PyYAML==5.3.1

# file: read.py
import yaml
from flask import request


def configure():
    # ruleid: unsafe-yaml-load
    first = yaml.load(request.get_data())
    # ruleid: unsafe-yaml-load
    return first, list(yaml.load_all(request.get_data()))
```

A safe loader reads the program's own files as well:

```python
import yaml

with open("defaults.yaml") as file:
    # ruleid: unsafe-yaml-load
    defaults = yaml.load(file, Loader=yaml.Loader)
# ruleid: unsafe-yaml-load
span = yaml.load("!!python/tuple [1, 2]", Loader=yaml.Loader)
```

## Good
```python
import yaml
from flask import request


def configure():
    # ok: unsafe-yaml-load
    return yaml.safe_load(request.get_data())
```

```python
import yaml

try:
    from yaml import CSafeLoader as Loader
except ImportError:
    from yaml import SafeLoader as Loader


class Strict(yaml.SafeLoader):
    """Refuses duplicate keys."""


FAST = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read(stream):
    # ok: unsafe-yaml-load
    first = yaml.load(stream, Loader=Loader)
    # ok: unsafe-yaml-load
    second = yaml.load(stream, Strict)
    # ok: unsafe-yaml-load
    third = yaml.load(stream, Loader=FAST)
    # ok: unsafe-yaml-load
    fourth = yaml.load(stream, Loader=yaml.BaseLoader)
    return first, second, third, fourth
```

```python
import yaml


def read(stream, loader=yaml.SafeLoader):
    class Ordered(loader):
        """Keeps the order of keys."""

    # ok: unsafe-yaml-load
    return yaml.load(stream, Loader=loader), yaml.load(stream, Loader=Ordered)
```

```python
# file: requirements.txt
PyYAML==6.0.2

# file: read.py
import yaml


def read(stream):
    # ok: unsafe-yaml-load
    return yaml.load(stream)
```

What the program has written itself:

```python
import yaml

EMPTY = "layers: []"


def copied(settings):
    text = yaml.dump(settings)
    # ok: unsafe-yaml-load
    return yaml.load(text), yaml.load(EMPTY, Loader=yaml.Loader)
```

```python
from ruamel.yaml import YAML


def read(stream):
    # ok: unsafe-yaml-load
    plain = YAML(typ="safe").load(stream)
    # ok: unsafe-yaml-load
    return plain, YAML().load(stream)
```

```python
import yaml


def copy(settings):
    text = yaml.dump(settings)
    # ok: unsafe-yaml-load
    return yaml.load(text, Loader=yaml.Loader)


with open("defaults.yaml") as file:
    # ok: unsafe-yaml-load
    defaults = yaml.full_load(file)
```

## When it is fine
The document needs Python tags, is part of the program, and nobody else can write it.

## What it cannot see
Loader objects that are used without `load`, and constructors that a project adds to a safe loader.

```python
import yaml


def read(stream):
    # todoruleid: unsafe-yaml-load
    return yaml.UnsafeLoader(stream).get_data()
```

## References
- PyYAML documentation: "Loading YAML", and the wiki page on the deprecation of `load(input)`.
- ruamel.yaml 0.19, `main.py`: with `typ` "base", the constructor knows no tags and builds texts, lists and dicts only.
- CVE-2020-1747 and CVE-2020-14343: `FullLoader` before PyYAML 5.4.
- CWE-502: Deserialization of Untrusted Data.
'''

from collections.abc import Iterator
from dataclasses import replace

from analyzer.api import (
    CallFact,
    Change,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Value,
)

QUESTION = "Can someone who may not run code on this machine choose the YAML document?"
TAGS = ("!!python/", "tag:yaml.org,2002:python/")
FULL = frozenset({"yaml.FullLoader", "yaml.CFullLoader"})
COMPILED = frozenset({"yaml.CLoader", "yaml.CFullLoader", "yaml.CUnsafeLoader"})
LIBRARY = (
    FULL
    | COMPILED
    | frozenset(f"{module}.{name}Loader" for module in ("yaml", "ruamel.yaml") for name in ("", "Unsafe", "C"))
)
SAFE = frozenset(
    {f"yaml.{name}" for name in ("SafeLoader", "CSafeLoader", "BaseLoader", "CBaseLoader")}
    | {f"ruamel.yaml.{name}" for name in ("SafeLoader", "CSafeLoader", "BaseLoader", "RoundTripLoader")}
)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Loads that may build any object, weighed by where the document comes from."""
    for call in ctx.calls("load.yaml"):
        kind, gap = _kind(ctx, call)
        if kind == "safe":
            continue
        objects = "objects of any imported class" if kind == "full" else "any object"
        message = f"`{call.name}` builds {objects} that the document names, which comes from"
        finding = ctx.loaded(call, f"{message} {{origin}}", QUESTION, gap=gap, remedy=_remedy(ctx, call))
        if finding is not None and kind == "full" and ctx.at_least("PyYAML", "5.4") is not False:
            finding = replace(finding, level=Level.NOTE)
        if finding is not None:
            yield finding
        elif kind == "unsafe" and call.subject is not None and not _own(call.subject):
            message = f"`{call.name}` builds any object that the document names, where a safe loader would do"
            yield ctx.finding(call.place, message, level=Level.NOTE, doubt=gap, remedy=_remedy(ctx, call, own=True))
    for call in ctx.calls("make.yaml"):
        typ = call.args.get("typ")
        if typ is not None and typ.text == "unsafe":
            text = "which documents are loaded with it was not followed"
            doubt = ctx.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, QUESTION)
            message = f'`{call.name}` with `typ` "unsafe" builds any object that a document names'
            changes = (ctx.set_argument(call, "typ", '"safe"'),)
            # Not safe: what is only dumped with it was not followed, either, and may need Python tags.
            remedy = Remedy(title='Build plain data only, with `typ="safe"`', changes=changes, safe=False)
            yield ctx.finding(call.place, message, level=Level.WARNING, doubt=doubt, remedy=remedy)


def _remedy(ctx: RuleContext, call: CallFact, *, own: bool = False) -> Remedy | None:
    """A safe loader, which reads the same from every document without Python tags; its `own` ones may have some.

    None if the loader is the caller's choice. Not safe where the module, or its loader, gives tags a meaning.
    """
    loader = call.args.get("Loader")
    if (loader is None and call.open) or (loader is not None and (loader.unknown or loader.origins)):
        return None
    symbols = frozenset() if loader is None else loader.symbols
    safe = not own and symbols <= LIBRARY and not any(ctx.calls("yaml.tags"))
    if symbols and symbols <= COMPILED:
        changes: tuple[Change, ...] = (ctx.use_argument(call, "Loader", "yaml.CSafeLoader"),)
        return Remedy(title="Build plain data only, with `CSafeLoader`", changes=changes, safe=safe)
    module, _, name = call.api.name.rpartition(".")
    name = "safe_load_all" if name.endswith("_all") else "safe_load"
    dropped = [ctx.drop_argument(call, each) for each in ("Loader", "preserve_quotes") if each in call.args]
    changes = (*dropped, ctx.call_instead(call, f"{module}.{name}"))
    return Remedy(title=f"Build plain data only, with `{name}`", changes=changes, safe=safe)


def _own(document: Value) -> bool:
    """Whether the program itself has written the document: as a file, as a plain constant, or it was checked."""
    texts = [str(each.value) for each in document.constants]
    plain = bool(texts) and not document.unknown and not any(tag in text for text in texts for tag in TAGS)
    return plain or bool(document.worst("own-file", "verified", "literal"))


def _kind(ctx: RuleContext, call: CallFact) -> tuple[str, Doubt | None]:
    """ "safe", "full" or "unsafe", and what is not known of that."""
    kind = call.api.option("kind")
    if kind != "loader":
        return kind, None
    loader = call.args.get("Loader")
    if loader is None and call.open:
        text = f"the loader may be among `{call.open}`"
        return "unsafe", ctx.doubt(DoubtReason.DYNAMIC_CALL, text, "Can the loader be an unsafe one?")
    if loader is None:
        return _default(ctx, call)
    families = [{name, *ctx.ancestors(name)} for name in loader.symbols]
    if families and all(not SAFE.isdisjoint(family) for family in families):
        return "safe", None  # also a parameter whose default is safe: another loader is its caller's choice
    if loader.unknown or not families:
        text = "the loader is not known"
        return "unsafe", ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, "Can the loader be an unsafe one?", loader)
    return ("full" if all(not (SAFE | FULL).isdisjoint(family) for family in families) else "unsafe"), None


def _default(ctx: RuleContext, call: CallFact) -> tuple[str, Doubt | None]:
    """No loader is given: from PyYAML 6 on that is an error of its own, before 5.1 any object can be built."""
    modern = ctx.at_least("PyYAML", "6") if call.api.name.startswith("yaml.") else ctx.at_least("ruamel.yaml", "0.18")
    if not modern and call.api.name.startswith("yaml.") and ctx.at_least("PyYAML", "5.1"):
        return "full", None  # 5.1 made FullLoader the default
    if modern is not None:
        return ("safe" if modern else "unsafe"), None
    text = "no loader is given, and the version of the library is not settled"
    question = "May this run with a version whose `load` needs no loader (PyYAML before 6)?"
    return "unsafe", ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, question)


RULE = Rule(
    id="unsafe-yaml-load",
    title="A YAML document may build any Python object",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.yaml", "make.yaml", "yaml.tags"),
    tags=("security", "yaml"),
    cwe=(502,),
    security_severity=8.8,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
