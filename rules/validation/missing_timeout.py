"""## What it finds
A call over the network that waits as long as the other side likes: `requests` without `timeout=`, `httpx` with
`timeout=None`, `urllib.request.urlopen`, `http.client` and `urllib3` without a limit of their own and without
`socket.setdefaulttimeout`. In code that answers requests it is a warning, elsewhere a note.

## Why it matters
A server that does not answer holds the caller for ever: a worker of the service is lost with every such call until none
is left, and a training job waits through the night for a file. `requests` has no limit unless it is given one; `httpx`
has one of five seconds.

## Bad
```python
import requests

# ruleid: missing-timeout
rows = requests.get("https://features.example.com/rows").json()

session = requests.Session()
# ruleid: missing-timeout
session.post("https://features.example.com/rows", json=rows)
```

```python
import httpx

# ruleid: missing-timeout
client = httpx.AsyncClient(timeout=None)
# ruleid: missing-timeout
httpx.get("https://features.example.com/rows", timeout=None)
```

```python
# file: features.py
import requests


def fetch(customer):
    # ruleid: missing-timeout
    return requests.get("https://features.example.com", params={"id": customer}).json()

# file: app.py
from fastapi import FastAPI
from features import fetch

app = FastAPI()


@app.get("/score")
def score(customer: int):
    return fetch(customer)
```

```python
import urllib.request
from urllib3 import PoolManager

# ruleid: missing-timeout
page = urllib.request.urlopen("https://features.example.com/rows").read()

http = PoolManager()
# ruleid: missing-timeout
http.request("GET", "https://features.example.com/rows")
```

## Good
```python
import httpx
import requests

LIMITS = {"timeout": 10}

# ok: missing-timeout
rows = requests.get("https://features.example.com/rows", timeout=10).json()
# ok: missing-timeout
requests.post("https://features.example.com/rows", json=rows, **LIMITS)
# ok: missing-timeout
httpx.get("https://features.example.com/rows")


def fetch(url, **options):
    # ok: missing-timeout
    return requests.get(url, **options)
```

A session may bring a limit of its own:

```python
from functools import partial

import requests
from requests.adapters import HTTPAdapter


class Limited(requests.Session):
    def request(self, method, url, **options):
        options.setdefault("timeout", 10)
        return super().request(method, url, **options)


class Adapter(HTTPAdapter):
    def send(self, request, **options):
        options["timeout"] = options.get("timeout") or 10
        return super().send(request, **options)


# ok: missing-timeout
Limited().get("https://features.example.com/rows")

mounted = requests.Session()
mounted.mount("https://", Adapter())
# ok: missing-timeout
mounted.get("https://features.example.com/rows")

bound = requests.Session()
bound.request = partial(bound.request, timeout=10)
# ok: missing-timeout
bound.get("https://features.example.com/rows")
```

```python
import socket
import urllib.request

from urllib3 import PoolManager

socket.setdefaulttimeout(10)
# ok: missing-timeout
page = urllib.request.urlopen("https://features.example.com/rows").read()

http = PoolManager(timeout=5.0)
# ok: missing-timeout
http.request("GET", "https://features.example.com/rows")
```

## When it is fine
A long download or a stream that somebody watches and can stop (cells of notebooks are left out); a deadline that is
kept outside of the call, by a signal or by the job scheduler.

## What it cannot see
Limits in arguments that come from elsewhere (`**options`), sessions that other modules have made, and clients that are
no library of the tables.

## References
- requests documentation, "Timeouts"; httpx documentation, "Timeouts".
- CWE-400: Uncontrolled Resource Consumption; CWE-1088: Synchronous Access of Remote Resource without Timeout.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Precision, Remedy, Rule, RuleContext

OWN = ("request", "send")  # what a class of sessions redefines to set a limit


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls over the network without a limit, once per place."""
    if ctx.is_test:
        return
    limited = any(ctx.calls("limits"))
    found: dict[object, Finding] = {}
    for call in ctx.calls("waits"):
        how = _unlimited(ctx, call, limited=limited)
        if not call.served and ctx.locate(call.place).cell is not None:
            continue  # somebody sits in front of a notebook, and can stop it
        if how and (call.place not in found or call.served):
            found[call.place] = _finding(ctx, call, how)
    yield from found.values()


def _unlimited(ctx: RuleContext, call: CallFact, *, limited: bool) -> str:
    """Why the call surely has no limit; "" if it has one or that is not known."""
    given = call.args.get("timeout")
    if given is not None:
        return "is told to wait for ever" if given.constant is None and not given.origins else ""
    if call.open or call.api.option("limit") == "default" or (limited and call.api.option("limit") == "socket"):
        return ""
    if not call.words.isdisjoint(("limited", "replaced")):
        return ""
    types = call.receiver.types if call.receiver is not None else ()
    if any(ctx.defines(name, method) for name in types for method in OWN):
        return ""
    return "waits for an answer without a limit"


def _finding(ctx: RuleContext, call: CallFact, how: str) -> Finding:
    end = "and the request that it serves waits with it" if call.served else "so that a silent server stops the program"
    remedy = Remedy(title="Give up after 30 seconds", changes=(ctx.set_argument(call, "timeout", "30"),), safe=False)
    level = Level.WARNING if call.served else Level.NOTE
    return ctx.finding(call.place, f"`{call.name}` {how}, {end}", level=level, remedy=remedy)


RULE = Rule(
    id="missing-timeout",
    title="A call over the network waits without a limit",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("waits", "limits"),
    given=("waits",),
    tags=("validation", "serving", "availability"),
    cwe=(400, 1088),
    since="0.4.0",
    reach=1,
    check=check,
)
