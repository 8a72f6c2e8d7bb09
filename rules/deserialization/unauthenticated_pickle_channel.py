"""## What it finds
Channels that unpickle whatever comes in, opened to other machines without asking them for a key:

| channel | result |
|---|---|
| `multiprocessing.connection.Listener` or `Client` on a network address, without `authkey` | error |
| the same on `localhost`: every user of the machine can connect | warning |
| `Listener`, `Client`, `BaseManager` on a network address, with an `authkey` that is a constant | warning |
| the same on `localhost` | note |
| `distributed.Security(require_encryption=False)`, Dask's switch | warning |
| a Dask cluster or client on a network address without `security` | note, to be reviewed |
| `torch.distributed` collectives of objects (the first of a module), `torch.distributed.rpc` | note, to be reviewed |
| an address that is not known | note, to be reviewed |
| pipes, `AF_UNIX`, managers with the key that their children inherit, keys from elsewhere | no finding |

What is received over a socket of `zmq`, `socket` or `asyncio` and then unpickled is found by
`pickle-load-of-untrusted-data`, at the place where it is unpickled.

## Why it matters
Both sides of such a channel load pickles, and a pickle is a program: whoever can connect runs code. There is no message
that could be checked first, because the library unpickles on its own. The same mistake with ZeroMQ was found in one
inference server after another.

Collectives and RPC of `torch.distributed` are meant for the processes of one job, in a network that nobody else can
reach. They are notes: whether that is so is not seen in the code.

## Bad
```python
from multiprocessing.connection import Client, Listener

# ruleid: unauthenticated-pickle-channel
with Listener(("0.0.0.0", 6000)) as listener:
    task = listener.accept().recv()

# ruleid: unauthenticated-pickle-channel
connection = Client(("worker-1", 6000))
result = connection.recv()

# ruleid: unauthenticated-pickle-channel
local = Client(("localhost", 6000), authkey=None)
# ruleid: unauthenticated-pickle-channel
guessed = Listener(("", 6000), authkey=b"secret password")
```

```python
from multiprocessing.managers import BaseManager


class QueueManager(BaseManager):
    pass


# ruleid: unauthenticated-pickle-channel
manager = QueueManager(address=("", 50000), authkey=b"abracadabra")
manager.get_server().serve_forever()
```

```python
import argparse
from multiprocessing.connection import Client

parser = argparse.ArgumentParser()
parser.add_argument("--host")
parser.add_argument("--address")
args = parser.parse_args()
# ruleid: unauthenticated-pickle-channel
first = Client((args.host, 6000))
# ruleid: unauthenticated-pickle-channel
second = Client(args.address)
```

```python
from distributed import Client, Security
from distributed.deploy.local import LocalCluster

# ruleid: unauthenticated-pickle-channel
security = Security(tls_ca_file="ca.pem", tls_client_cert="cert.pem", require_encryption=False)
# ruleid: unauthenticated-pickle-channel
client = Client("tcp://10.0.0.1:8786")
# ruleid: unauthenticated-pickle-channel
cluster = LocalCluster(host="0.0.0.0", n_workers=4)
```

```python
import torch.distributed as dist
from torch.distributed import rpc


def gather(metrics, world_size):
    found = [None] * world_size
    # ruleid: unauthenticated-pickle-channel
    dist.all_gather_object(found, metrics)
    dist.broadcast_object_list(found)
    return found


def start(rank, world_size):
    # ruleid: unauthenticated-pickle-channel
    rpc.init_rpc(f"worker{rank}", rank=rank, world_size=world_size)
```

## Good
```python
import os
from multiprocessing import Pipe, Queue
from multiprocessing.connection import Client, Listener

KEY = os.environ["CHANNEL_KEY"].encode()

# ok: unauthenticated-pickle-channel
listener = Listener(("0.0.0.0", 6000), authkey=KEY)
# ok: unauthenticated-pickle-channel
connection = Client(("worker-1", 6000), authkey=KEY)
# ok: unauthenticated-pickle-channel
local = Listener("/run/app.sock", "AF_UNIX")
# ok: unauthenticated-pickle-channel
other = Client("/run/app.sock")
# ok: unauthenticated-pickle-channel
left, right = Pipe()
# ok: unauthenticated-pickle-channel
tasks = Queue()
```

```python
from multiprocessing.managers import BaseManager, SyncManager


class Models(BaseManager):
    pass


# ok: unauthenticated-pickle-channel
manager = SyncManager()
# ok: unauthenticated-pickle-channel
inherited = Models(address=("", 50000))
# ok: unauthenticated-pickle-channel
local = Models(address="/run/models.sock", authkey=b"abracadabra")
```

```python
import torch
import torch.distributed as dist
from distributed import Client, Security

# ok: unauthenticated-pickle-channel
own = Client()
# ok: unauthenticated-pickle-channel
security = Security(tls_ca_file="ca.pem", tls_client_cert="cert.pem", require_encryption=True)
# ok: unauthenticated-pickle-channel
client = Client("tls://10.0.0.1:8786", security=security)


def total(loss):
    # ok: unauthenticated-pickle-channel
    dist.all_reduce(loss)
    return torch.distributed.get_rank()
```

## When it is fine
All machines that can reach the address belong to the same job, and nobody else is in their network: a cluster that is
made for one user, containers in one pod. A constant key keeps out accidents, no one who has seen the code.

## What it cannot see
Firewalls, network policies and tunnels; certificates that a configuration file gives to Dask. A key that everybody can
read is as good as none.

```python
from multiprocessing.connection import Listener


def key():
    with open("/tmp/key", "rb") as file:
        return file.read()


# todoruleid: unauthenticated-pickle-channel
listener = Listener(("0.0.0.0", 6000), authkey=key())
```

## References
- Python documentation, `multiprocessing`: "Authentication keys", and the warning at `Connection.recv`.
- Dask documentation, "TLS/SSL" of `distributed`: `require_encryption`.
- PyTorch documentation, `torch.distributed`: the warnings at `all_gather_object` and in "Distributed RPC Framework".
- CVE-2024-50050 (llama-stack), CVE-2025-32444 (vLLM): pickles over ZeroMQ sockets.
- CWE-502: Deserialization of Untrusted Data. CWE-306: Missing Authentication for Critical Function.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Doubt, DoubtReason, Finding, Level, Precision, Remedy, Rule, RuleContext

QUESTION = "Can someone who may not run code on this machine connect to this channel?"
JOB = "Can a machine that is no part of this job reach its processes over the network?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Channels that unpickle, by who can connect to them."""
    for call in ctx.calls("open.pickles"):
        yield from _opened(ctx, call)
    for call in ctx.calls("switch.encryption"):
        switch = call.args.get("require_encryption")
        if switch is not None and switch.constant is False:
            changes = (ctx.drop_argument(call, "require_encryption"),)
            yield ctx.finding(
                call.place,
                f"`{call.name}` lets functions and data cross the network as pickles that nobody has to sign",
                level=Level.WARNING,
                remedy=Remedy(title="Require encryption", changes=changes, safe=False),
            )
    if not ctx.is_test:
        yield from _trusted_by_design(ctx)


def _trusted_by_design(ctx: RuleContext) -> Iterator[Finding]:
    """What belongs into a closed network: clusters that are joined, and the first exchange of objects of a module."""
    exchanges = [call for call in ctx.calls("exchange.pickles") if call.place.module == ctx.module]
    exchanges.sort(key=lambda call: call.place.start)
    joined = [call for call in ctx.calls("join.cluster") if _joins_openly(call)]
    for call in (*joined, *ctx.calls("join.rpc"), *exchanges[:1]):
        message = f"`{call.name}` unpickles what any process sends that can reach this one over the network"
        doubt = ctx.doubt(DoubtReason.INTENT, "who can reach the processes of the job is not in the code", JOB)
        others = dict.fromkeys(each.place for each in exchanges if call in exchanges and each.place != call.place)
        related = [ctx.related(place, "here, too") for place in others]
        yield ctx.finding(call.place, message, level=Level.NOTE, doubt=doubt, related=related)


def _opened(ctx: RuleContext, call: CallFact) -> Iterator[Finding]:
    """The finding for a channel whose address and key are arguments."""
    key = call.args.get("authkey")
    without = key is None or key.constant is None
    if call.open or (without and call.api.option("own_key")) or not (without or _is_constant(call)):
        return
    reach = _reach(call)
    if reach == "nobody" or (reach == "unknown" and (ctx.is_test or not without)):
        return
    doubt: Doubt | None = None
    if reach == "unknown":
        text = "the address is not known: it may be local"
        doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, QUESTION, call.args.get("address"))
    levels = {"unknown": Level.NOTE, "machine": Level.WARNING if without else Level.NOTE}
    level = levels.get(reach, Level.ERROR if without else Level.WARNING)
    who = "every user of this machine" if reach == "machine" else "every machine that can reach it"
    how = "without asking for a key" if without else "with a key that stands in the code"
    message = f"`{call.name}` opens a channel to {who}, {how}, and unpickles what is sent over it"
    yield ctx.finding(call.place, message, level=level, doubt=doubt)


def _is_constant(call: CallFact) -> bool:
    key = call.args["authkey"]
    return bool(key.constants) and not key.unknown and not key.origins


def _reach(call: CallFact) -> str:
    """Who can connect: "network", "machine" (its users), "nobody" else, or "unknown"."""
    kinds = {origin.kind for origin in call.result.origins}
    if "socket" in kinds:
        return "network"
    if any("users of this machine" in origin.detail for origin in call.result.origins):
        return "machine"
    return "nobody" if kinds == {"own-file"} else "unknown"


def _joins_openly(call: CallFact) -> bool:
    """Whether a cluster on the network is joined without certificates."""
    security, address = call.args.get("security"), call.args.get("address")
    secured = (security is not None and security.constant is not None) or call.open
    encrypted = address is not None and address.text is not None and address.text.startswith("tls:")
    return not secured and not encrypted and _reach(call) == "network"


RULE = Rule(
    id="unauthenticated-pickle-channel",
    title="A channel that unpickles is open to others",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("open.pickles", "switch.encryption", "join.cluster", "join.rpc", "exchange.pickles"),
    tags=("security", "pickle"),
    cwe=(502, 306),
    security_severity=8.8,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
