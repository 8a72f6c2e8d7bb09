"""## What it finds
A request to a language model that bounds neither how many tokens it may answer nor how long it may take, and a request
that is made again without end as long as it fails.

## Why it matters
Whoever writes the prompt decides what the answer costs. A model that repeats itself fills its whole context, a
connection that hangs holds a worker for minutes, and a loop that never gives up pays for every try.

## Bad
```python
from openai import OpenAI

client = OpenAI()


def summarise(text):
    # ruleid: unbounded-model-call
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
```

```python
import time

from openai import OpenAI

client = OpenAI()


def insist(text):
    while True:
        try:
            # ruleid: unbounded-model-call
            return client.chat.completions.create(
                model="gpt-4o", max_tokens=100, messages=[{"role": "user", "content": text}]
            )
        except Exception:
            time.sleep(1)
```

What a request brought in weighs more:

```python
import litellm
from fastapi import FastAPI

app = FastAPI()


@app.post("/chat")
def chat(body: dict):
    # ruleid: unbounded-model-call
    answer = litellm.completion("gpt-4o", messages=[{"role": "user", "content": body["text"]}])
    return answer.choices[0].message.content
```

## Good
```python
import anthropic
from openai import OpenAI

client = OpenAI()
claude = anthropic.Anthropic()


def summarise(text):
    # ok: unbounded-model-call
    return client.chat.completions.create(model="gpt-4o", max_tokens=300, messages=[{"role": "user", "content": text}])


def quickly(text):
    # ok: unbounded-model-call
    return client.chat.completions.create(model="gpt-4o", timeout=20, messages=[{"role": "user", "content": text}])


def ask(text):
    # ok: unbounded-model-call
    return claude.messages.create(model="claude", max_tokens=100, messages=[{"role": "user", "content": text}])


def insist(text):
    tries = 0
    while True:
        try:
            # ok: unbounded-model-call
            return client.responses.create(model="gpt-4o", max_output_tokens=100, input=text)
        except Exception:
            tries += 1
            if tries > 3:
                raise
```

```python
from openai import OpenAI

client = OpenAI(timeout=30, max_retries=2)


def ask(text, **options):
    # ok: unbounded-model-call
    return client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
```

## When it is fine
In a script whose user watches it.

## What it cannot see
Bounds that the server or a proxy sets, and options that come in a dictionary.

## References
- OWASP Top 10 for LLM Applications, LLM10: Unbounded Consumption.
- CWE-770: Allocation of Resources Without Limits or Throttling.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext

BOUNDS = frozenset(
    "max_tokens max_completion_tokens max_output_tokens max_new_tokens max_tokens_to_sample num_predict options "
    "timeout request_timeout extra_body".split()
)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Requests to language models whose price and duration nobody bounds."""
    if ctx.is_test:
        return
    patient = any("timeout" in client.args or client.open for client in ctx.calls("llm-client"))
    for call in ctx.calls("llm"):
        if "endless" in call.around:
            text = f"`{call.name}` is called again without end as long as it fails"
            yield ctx.finding(call.place, text, level=Level.WARNING)
        elif not patient and not call.open and BOUNDS.isdisjoint(call.args):
            served = bool(call.served)
            yield ctx.finding(
                call.place,
                f"`{call.name}` bounds neither the tokens of the answer nor the time it may take"
                + (", and whoever sends the request decides what it costs" if served else ""),
                level=Level.WARNING if served else Level.NOTE,
            )


RULE = Rule(
    id="unbounded-model-call",
    title="A request to a language model has no bound",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("llm", "llm-client"),
    given=("llm",),
    tags=("llm", "availability"),
    cwe=(770,),
    since="0.4.0",
    check=check,
)
