"""## What it finds
`json.loads` of what a language model answered, where nothing catches an answer that is no JSON, no schema looks at what
is in it, and the model was not bound to a format.

## Why it matters
A model wraps its JSON into prose, leaves out a key, writes a number as text, or stops in the middle when its tokens are
used up. Then the program ends with an error of the parser, or goes on with a value of another kind.

## Bad
```python
import json

from openai import OpenAI

client = OpenAI()


def extract(text):
    response = client.chat.completions.create(
        model="gpt-4o-2024-08-06",
        max_tokens=200,
        messages=[{"role": "user", "content": f"Answer in JSON with name and age: {text}"}],
    )
    # ruleid: unvalidated-model-json
    person = json.loads(response.choices[0].message.content)
    return person["name"], person["age"]
```

```python
# file: ask.py
import anthropic

client = anthropic.Anthropic()


def ask(question):
    message = client.messages.create(model="claude", max_tokens=100, messages=[{"role": "user", "content": question}])
    return message.content[0].text

# file: app.py
import json

from ask import ask


def main():
    # ruleid: unvalidated-model-json
    return json.loads(ask("Which colours?"))["colours"]
```

## Good
```python
import json

import jsonschema
from openai import OpenAI
from pydantic import BaseModel

client = OpenAI()
SCHEMA = {"type": "object", "required": ["name"]}


class Person(BaseModel):
    name: str
    age: int


def ask(text, **more):
    response = client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])
    return response.choices[0].message.content


def caught(text):
    try:
        # ok: unvalidated-model-json
        return json.loads(ask(text))
    except json.JSONDecodeError:
        return None


def declared(text):
    # ok: unvalidated-model-json
    return Person(**json.loads(ask(text)))


def checked(text):
    # ok: unvalidated-model-json
    person = json.loads(ask(text))
    jsonschema.validate(person, SCHEMA)
    return person["name"]


def bound(text):
    response = client.chat.completions.create(
        model="gpt-4o", response_format={"type": "json_object"}, messages=[{"role": "user", "content": text}]
    )
    # ok: unvalidated-model-json
    return json.loads(response.choices[0].message.content)
```

```python
import json

# ok: unvalidated-model-json
settings = json.loads(open("settings.json").read())
print(settings["name"])
```

## When it is fine
In a script whose user sees the error and asks again.

## What it cannot see
Checks that another function makes of the result.

## References
- OWASP Top 10 for LLM Applications, LLM05: Improper Output Handling.
- OpenAI documentation, "Structured Outputs".
"""

from collections.abc import Iterator, Mapping

from analyzer.api import LOOKED_UP, CallFact, DoubtReason, Finding, Level, Origin, Place, Precision, Rule, RuleContext

BINDING = ("response_format", "text_format", "text", "format", "response_model", "output_config", "guided_json")
FOREIGN = frozenset({LOOKED_UP, "written-as-json"})  # found by what the model said; written by the program itself
QUESTION = "Can the answer be anything else than the JSON that the code expects?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Answers of language models that are parsed and believed."""
    asked = {call.place: call for call in ctx.calls("llm")}
    for call in ctx.calls("parse.json"):
        subject = call.subject
        said = subject.worst("model-output") if subject is not None and FOREIGN.isdisjoint(subject.checks) else ()
        if not said or call.around or ctx.is_test:
            continue
        question = _question(said[0], asked)
        if question is not None and any(name in question.args for name in BINDING):
            continue
        doubt = None
        if question is not None and question.open:
            text = "what the model is asked with could not be seen"
            doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, QUESTION)
        yield ctx.finding(
            call.place,
            "`json.loads` believes what a language model answered: nothing catches an answer that is no JSON, "
            "and no schema looks at what is in it",
            flow=ctx.flow(said[0], call.place, "`json.loads` parses it"),
            doubt=doubt,
        )


def _question(said: Origin, asked: Mapping[Place, CallFact]) -> CallFact | None:
    """The call that the answer came from, if it is of this module."""
    steps = said.trace.steps() if said.trace is not None else []
    return asked.get(steps[0].place) if steps else None


RULE = Rule(
    id="unvalidated-model-json",
    title="JSON that a language model wrote is believed unseen",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("parse.json", "llm"),
    given=("model-output",),
    tags=("llm",),
    cwe=(20, 754),
    question=QUESTION,
    since="0.4.0",
    check=check,
)
