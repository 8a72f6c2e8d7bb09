"""## What it finds
A model that is asked directly in a coroutine which answers requests, by itself or by way of plain functions that it
calls. For neural networks it is a warning, for models that answer in about a millisecond a note.

## Why it matters
While the model computes, the event loop stands still: no other request is read, no answer written, no health check
passed. The service answers one client at a time, whatever its framework promises.

## Bad
```python
from fastapi import FastAPI
from transformers import pipeline

app = FastAPI()
classify = pipeline("text-classification", model="./model")


@app.post("/classify")
async def handle(text: str):
    # ruleid: blocking-inference-in-async
    return classify(text[:500])
```

```python
# file: scoring.py
import joblib

model = joblib.load("model.joblib")


def score(row):
    # ruleid: blocking-inference-in-async
    return model.predict([row]).tolist()

# file: app.py
from fastapi import FastAPI
from scoring import score

app = FastAPI()


@app.post("/score")
async def handle(row: list[float]):
    return score(row)
```

## Good
```python
import asyncio

import joblib
from fastapi import FastAPI
from fastapi.concurrency import run_in_threadpool

app = FastAPI()
model = joblib.load("model.joblib")


def score(row):
    # ok: blocking-inference-in-async
    return model.predict([row]).tolist()


@app.post("/plain")
def plain(row: list[float]):
    # ok: blocking-inference-in-async
    return model.predict([row]).tolist()


@app.post("/pool")
async def pool(row: list[float]):
    return await run_in_threadpool(score, row)


@app.post("/thread")
async def thread(row: list[float]):
    # ok: blocking-inference-in-async
    return (await asyncio.to_thread(model.predict, [row])).tolist()


@app.post("/executor")
async def executor(row: list[float]):
    loop = asyncio.get_running_loop()
    return await loop.run_in_executor(None, score, row)
```

## When it is fine
A server that handles one request at a time on purpose, with a process for each of its workers.

## What it cannot see
How long the model takes, and functions that hand the work to threads of their own.

## References
- FastAPI documentation, "Concurrency and async / await".
- asyncio documentation, "Running Blocking Code".
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext

# Libraries whose models take long enough to be felt.
SLOW = ("torch", "keras", "tensorflow", "transformers", "sentence_transformers", "vllm", "onnxruntime", "diffusers")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls of models that an event loop of a service waits for, the first of each function."""
    if ctx.is_test:
        return
    seen: set[str] = set()
    for call in ctx.model_inputs():
        if not (call.served and call.blocks) or call.function in seen:
            continue
        seen.add(call.function)
        level = Level.WARNING if _is_slow(call) else Level.NOTE
        message = f"`{call.name}` computes on the event loop, so that every other request waits for it"
        yield ctx.finding(call.place, message, level=level)


def _is_slow(call: CallFact) -> bool:
    names = (call.api.name, *(call.receiver.types if call.receiver is not None else ()))
    return any(name.partition(".")[0] in SLOW for name in names)


RULE = Rule(
    id="blocking-inference-in-async",
    title="A model computes on the event loop of a service",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("model-input",),
    given=("request", "upload", "socket"),
    tags=("validation", "serving", "availability"),
    cwe=(400,),
    since="0.4.0",
    reach=2,
    check=check,
)
