"""## What it finds
Archives from elsewhere that are unpacked without a filter: `tarfile.TarFile.extractall` and `extract`, and
`shutil.unpack_archive`, without `filter=`, or with `filter="fully_trusted"`. From Python 3.14 on the default filter is
"data", and a project that needs 3.14 has no finding. `zipfile` leaves ".." out of names by itself: for zip files of
strangers there is a note that they may expand to any size.

How much a call weighs follows from where the archive comes from: a request, an upload, a download or a hub with a
proven flow is an error; the command line a warning and a parameter a note, both to be reviewed; an archive of the
program itself is no finding. Where the program looks at the names of the members, or chooses some of them, a review
has to say whether that is enough.

## Why it matters
The names in a tar archive decide where files are written. A member called `../../.ssh/authorized_keys`, or one behind
a link that the archive has made itself, lands outside of the folder: whoever made the model bundle (a `.nemo`, a
`.mar`, a checkpoint in a tarball) overwrites code, settings or keys of the process that unpacks it.

## Bad
```python
import tarfile

from flask import Flask, request

app = Flask(__name__)


@app.post("/models")
def upload():
    request.files["model"].save("/srv/incoming/model.tar.gz")
    with tarfile.open("/srv/incoming/model.tar.gz") as bundle:
        # ruleid: unfiltered-archive-extraction
        bundle.extractall("/srv/models")
    return "stored"
```

```python
import io
import shutil
import tarfile
import urllib.request

import requests


def fetch(url):
    response = requests.get(url, timeout=60)
    with tarfile.open(fileobj=io.BytesIO(response.content), mode="r:gz") as tar:
        # ruleid: unfiltered-archive-extraction
        tar.extractall("weights", filter="fully_trusted")
    urllib.request.urlretrieve(url, "vocabulary.tar")
    # ruleid: unfiltered-archive-extraction
    shutil.unpack_archive("vocabulary.tar", "vocabulary")
    # ok: unfiltered-archive-extraction
    shutil.unpack_archive("vocabulary.tar", "vocabulary", filter="data")
```

```python
# file: pyproject.toml
[project]
name = "service"
version = "1"
requires-python = ">=3.10"

# file: restore.py
import tarfile


def restore(path, target):
    tar = tarfile.open(path)
    for member in tar.getmembers():
        # ruleid: unfiltered-archive-extraction
        tar.extract(member, target)
    # ruleid: unfiltered-archive-extraction
    tar.extractall(target, members=tar.getmembers())
    # ruleid: unfiltered-archive-extraction
    tar.extractall(target, filter=lambda member, path: member)
```

Whether a check of the names is enough (of links too, and of folders whose names begin alike) is for a review:

```python
import os
import tarfile


def within(folder, target):
    return os.path.commonprefix([os.path.abspath(folder), os.path.abspath(target)]) == os.path.abspath(folder)


def restore(path, folder):
    with tarfile.open(path) as tar:
        for member in tar.getmembers():
            if not within(folder, os.path.join(folder, member.name)):
                raise ValueError(member.name)
        # ruleid: unfiltered-archive-extraction
        tar.extractall(folder)
        # ruleid: unfiltered-archive-extraction
        tar.extractall(folder, members=[each for each in tar if each.isfile()])
```

```python
import zipfile

from flask import request


def upload():
    with zipfile.ZipFile(request.files["images"]) as images:
        # ruleid: unfiltered-archive-extraction
        images.extractall("images")
```

## Good
```python
import tarfile

from flask import request


def upload():
    with tarfile.open(fileobj=request.files["model"].stream) as bundle:
        # ok: unfiltered-archive-extraction
        bundle.extractall("models", filter="data")
        # ok: unfiltered-archive-extraction
        bundle.extractall("models", filter="tar")
        # ok: unfiltered-archive-extraction
        bundle.extractall("models", filter=tarfile.data_filter)
        # ok: unfiltered-archive-extraction
        bundle.extractall("models", members=[])
        if hasattr(tarfile, "data_filter"):
            # ok: unfiltered-archive-extraction
            bundle.extractall("models", filter="data")
        else:  # releases that get no fixes any more
            # ok: unfiltered-archive-extraction
            bundle.extractall("models")
        bundle.extraction_filter = tarfile.data_filter
        # ok: unfiltered-archive-extraction
        bundle.extractall("models")
```

```python
import tarfile


def unpack():
    with tarfile.open("assets/fonts.tar.gz") as fonts:
        # ok: unfiltered-archive-extraction
        fonts.extractall("fonts")


def copy(folder):
    with tarfile.open("copy.tar", "w") as out:
        out.add(folder)
    with tarfile.open("copy.tar") as archive:
        # ok: unfiltered-archive-extraction
        archive.extractall("copy")
```

```python
# file: pyproject.toml
[project]
name = "service"
version = "1"
requires-python = ">=3.14"

# file: restore.py
import tarfile


def restore(path, target):
    with tarfile.open(path) as archive:
        # ok: unfiltered-archive-extraction
        archive.extractall(target)
```

```python
import zipfile

from flask import request


def restore(path):
    with zipfile.ZipFile(path) as archive:
        # ok: unfiltered-archive-extraction
        archive.extractall("restored")


def upload():
    with zipfile.ZipFile(request.files["images"]) as images:
        if sum(each.file_size for each in images.infolist()) > 100_000_000:
            raise ValueError("too large")
        # ok: unfiltered-archive-extraction
        images.extractall("images")
```

## When it is fine
The archive is made by the same people who run the program, and cannot be replaced on its way.

## What it cannot see
Whether a filter function, or the choice of members, refuses all that it should: both are doubts. Files that a program
writes itself under the names it reads from an archive; archives that other programs unpack.

```python
import os
import zipfile

from flask import request


def upload():
    archive = zipfile.ZipFile(request.files["images"])
    for name in archive.namelist():
        with open(os.path.join("images", name), "wb") as out:
            # todoruleid: unfiltered-archive-extraction
            out.write(archive.read(name))
```

## References
- PEP 706: Filter for tarfile.extractall.
- Python documentation, `tarfile`: "Extraction filters", and "Changed in version 3.14: The default filter is `data`".
- Python documentation, `shutil.unpack_archive`: `filter` goes to tar archives only, zip files do not take it.
- CVE-2007-4559: path traversal in `tarfile`; CVE-2025-4517 and others: ways around the filters before Python 3.13.4.
- CWE-22: Path Traversal; CWE-409: Improper Handling of Highly Compressed Data.
"""

from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    provenance,
)

QUESTION = "Can someone who may not write to this machine choose what is in the archive?"
SAFE = ("data", "tar")
FILTERS = frozenset({"tarfile.data_filter", "tarfile.tar_filter"})
WHOLE = frozenset({"tarfile.Members", "tarfile.TarFile"})
STRANGERS = ("request", "upload", "socket", "queue")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that unpack an archive, weighed by where it comes from."""
    for call in ctx.calls("extract"):
        if _is_zip(call):
            finding = _bomb(ctx, call)
        elif ctx.at_least("python", "3.14") and "filter" not in call.args:
            finding = None
        else:
            finding = _unfiltered(ctx, call)
        if finding is not None:
            yield finding


def _is_zip(call: CallFact) -> bool:
    if call.api.option("kind"):
        return call.api.option("kind") == "zip"
    form, path = call.args.get("format"), call.subject
    if form is not None:
        return form.text == "zip"
    return path is not None and (path.text or path.spelling).lower().endswith(".zip")


def _bomb(ctx: RuleContext, call: CallFact) -> Finding | None:
    """A zip file of a stranger, of which nothing was read before."""
    found = provenance(call.subject)
    if found.trust is not Trust.UNTRUSTED or found.origin is None or found.origin.kind not in STRANGERS:
        return None
    if "names-read" in call.words:
        return None
    message = f"`{call.name}` writes as much as the archive expands to, which comes from {found.words}"
    flow = ctx.flow(found.origin, call.place, f"`{call.name}` unpacks it")
    return ctx.finding(call.place, message, level=Level.NOTE, flow=flow)


def _unfiltered(ctx: RuleContext, call: CallFact) -> Finding | None:
    filtered, gap = _filter(ctx, call)
    members = call.args.get("members")
    if filtered or (members is not None and members.elements == ()):
        return None
    gap = gap or _chosen(ctx, call) or _version(ctx, call)
    message = f"`{call.name}` writes wherever the names in the archive say, which comes from {{origin}}"
    return ctx.loaded(call, message, QUESTION, gap=gap, remedy=_remedy(ctx, call), verb="unpacks")


def _filter(ctx: RuleContext, call: CallFact) -> tuple[bool, Doubt | None]:
    """Whether a filter of the standard library is given, and what is not known of another one."""
    value = call.args.get("filter")
    if value is None and not call.open:
        return False, None
    question = "Can a member pass the filter whose name or link leads out of the folder?"
    if value is None:
        return False, ctx.doubt(DoubtReason.DYNAMIC_CALL, f"`filter` may be among `{call.open}`", question)
    if value.text in SAFE or (value.symbols and value.symbols <= FILTERS and not value.unknown):
        return True, None
    if value.constants and not value.unknown and not any(item.value in SAFE for item in value.constants):
        return False, None  # "fully_trusted", or None
    if "tarfile.fully_trusted_filter" in value.symbols:
        return False, None
    return False, ctx.doubt(DoubtReason.UNRESOLVED_VALUE, "what `filter` does was not judged", question, value)


def _chosen(ctx: RuleContext, call: CallFact) -> Doubt | None:
    """A doubt where the program chooses members, or has read their names."""
    members = call.args.get("members")
    question = "Can a member be unpacked whose name or link leads out of the folder?"
    if members is not None and members.constant is not None and not members.types & WHOLE:
        return ctx.doubt(DoubtReason.INTENT, "which `members` are chosen was not judged", question)
    if "names-read" in call.words:
        return ctx.doubt(
            DoubtReason.INTENT, "the program looks at names of members, and what for was not judged", question
        )
    return None


def _version(ctx: RuleContext, call: CallFact) -> Doubt | None:
    """A doubt where nothing says which Python runs it: one before 3.14, if the project says that it may be older."""
    if "filter" in call.args and call.args["filter"].text == "fully_trusted":
        return None
    if ctx.at_least("python", "3.14") is False or ctx.at_least("python", "2"):
        return None
    text = "no filter is given, and no file says which versions of Python the project supports"
    return ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, "May this run on Python before 3.14?")


def _remedy(ctx: RuleContext, call: CallFact) -> Remedy | None:
    """The filter; of `unpack_archive` only where the archive is surely no zip file, which takes none."""
    if call.open or (not call.api.option("kind") and call.args.get("format") is None):
        return None
    title = 'Refuse members that lead out of the folder with `filter="data"`'
    old = ctx.at_least("python", "3.8") is False
    given = "filter" in call.args or "members" in call.args
    return Remedy(title=title, changes=(ctx.set_argument(call, "filter", '"data"'),), safe=not old and not given)


RULE = Rule(
    id="unfiltered-archive-extraction",
    title="An archive decides where its files are written",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("extract",),
    tags=("security", "archive"),
    cwe=(22, 409),
    security_severity=7.5,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
