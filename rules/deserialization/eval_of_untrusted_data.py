"""## What it finds
Text that is run as Python, where it may come from someone else: `eval`, `exec`, `runpy`, the interpreters of `code`,
`timeit`, the Python REPLs of LangChain; and expressions that end in `eval`: those of `sympy`, `numexpr`, `pandas.eval`
and `DataFrame.query`. How much a call weighs follows from where the text comes from:

| text | result |
|---|---|
| a request, an upload, a socket, a download, the answer of a language model, with a proven flow | error |
| the command line, standard input | warning, to be reviewed |
| the environment, a configuration file | note, to be reviewed |
| a parameter that any caller can set, or a place that could not be seen | note, to be reviewed |
| a text of the program itself, a number, a literal that was checked to be one | no finding |

An expression is only reported if it comes from a request or the like, from the command line or the environment: as a
parameter of a function it is what the function is for.

## Why it matters
Code that is made of somebody's text is that somebody's code: `__import__("os").system(...)` is an expression too, and
an empty `globals` does not take it away. A language model repeats what the documents it was given tell it to say.

## Bad
```python
from flask import Flask, request

app = Flask(__name__)


@app.post("/threshold")
def threshold():
    # ruleid: eval-of-untrusted-data
    return {"value": eval(request.form["value"])}


@app.get("/<expression>")
def calculate(expression):
    # ruleid: eval-of-untrusted-data
    exec(compile(f"result = {expression}", "<request>", "exec"))
    # ruleid: eval-of-untrusted-data
    return eval(expression, {"__builtins__": {}})
```

```python
from openai import OpenAI

client = OpenAI()


def solve(task):
    answer = client.chat.completions.create(model="some", messages=[{"role": "user", "content": task}])
    # ruleid: eval-of-untrusted-data
    exec(answer.choices[0].message.content)
```

```python
import anthropic
from langchain_experimental.utilities import PythonREPL

client = anthropic.Anthropic()
repl = PythonREPL()


def solve(task):
    answer = client.messages.create(model="some", max_tokens=99, messages=[{"role": "user", "content": task}])
    # ruleid: eval-of-untrusted-data
    return repl.run(answer.content[0].text)
```

```python
import code
import runpy

import requests

plugin = requests.get("https://example.com/plugin.py", timeout=10).text
console = code.InteractiveConsole()
# ruleid: eval-of-untrusted-data
console.push(plugin)
with open("plugin.py", "w") as file:
    file.write(plugin)
# ruleid: eval-of-untrusted-data
runpy.run_path("plugin.py")
```

```python
import sympy
from flask import Flask, request

app = Flask(__name__)


@app.get("/derivative")
def derivative():
    # ruleid: eval-of-untrusted-data
    return str(sympy.diff(sympy.sympify(request.args["of"])))

```

```python
import pandas as pd
from flask import Flask, request

app = Flask(__name__)
frame = pd.read_csv("customers.csv")


@app.get("/customers")
def customers():
    # ruleid: eval-of-untrusted-data
    return frame.query(request.args["where"]).to_json()
```

```python
import argparse

parser = argparse.ArgumentParser()
parser.add_argument("--optimizer")
args = parser.parse_args()
# ruleid: eval-of-untrusted-data
settings = eval(args.optimizer)


def build(expression):
    # ruleid: eval-of-untrusted-data
    return eval(f"layers.{expression}")


# ruleid: eval-of-untrusted-data
parser.add_argument("--size", type=eval)

```

A check of both ends is no check of what is between them:

```python
from flask import Flask, request

app = Flask(__name__)


@app.get("/text")
def text():
    given = request.args["text"]
    if not (given.startswith("'") and given.endswith("'")):
        return "not a text"
    # ruleid: eval-of-untrusted-data
    return eval(given)
```

## Good
```python
import ast
import json

from flask import Flask, request

app = Flask(__name__)


@app.post("/threshold")
def threshold():
    # ok: eval-of-untrusted-data
    first = ast.literal_eval(request.form["value"])
    # ok: eval-of-untrusted-data
    return {"values": [first, json.loads(request.form["other"])]}
```

Not everything that is called so runs text:

```python
import torch


def predict(model, batch):
    # ok: eval-of-untrusted-data
    model.eval()
    # ok: eval-of-untrusted-data
    fast = torch.compile(model)
    return fast(batch)
```

Text of the program itself:

```python
import inspect
import pathlib
import runpy
import textwrap

# ok: eval-of-untrusted-data
limit = eval("1 << 16")
# ok: eval-of-untrusted-data
exec(open("version.py").read())
about = {}
source = (pathlib.Path(__file__).parent / "about.py").read_text()
# ok: eval-of-untrusted-data
exec(compile(source, "about.py", "exec"), about)
# ok: eval-of-untrusted-data
runpy.run_path("tasks.py")
TEMPLATE = textwrap.dedent('''
    def add_{name}(a, b):
        return a + b
''')
for name in ("first", "second"):
    # ok: eval-of-untrusted-data
    exec(TEMPLATE.format(name=name))


def again(function):
    # ok: eval-of-untrusted-data
    exec(inspect.getsource(function))
```

A number, a choice, a literal:

```python
from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/a")
def number():
    size = int(request.args["size"])
    # ok: eval-of-untrusted-data
    return str(eval(f"2 ** {size}"))


@app.get("/b")
def choice():
    name = request.args["activation"]
    if name not in ("relu", "gelu"):
        abort(404)
    # ok: eval-of-untrusted-data
    return str(eval(name))


@app.get("/c")
def literal():
    given = request.args["text"]
    if not given.startswith("'") or not given.endswith("'") or "'" in given[1:-1]:
        abort(400)
    # ok: eval-of-untrusted-data
    return eval(given)
```

```python
import numexpr
import pandas as pd

LIMIT = 3


def old(frame: pd.DataFrame, column):
    # ok: eval-of-untrusted-data
    first = frame.query(f"{column} > {LIMIT}")
    # ok: eval-of-untrusted-data
    return first, numexpr.evaluate("a + b")
```

## When it is fine
A tool whose users write code: a notebook server, a console, a configuration in Python of the one who runs the program.
For data, `ast.literal_eval` and `json.loads` read without running; for names, a dict of the allowed ones.

## What it cannot see
Regular expressions that leave only digits and operators are not understood.

```python
import re

from flask import Flask, abort, request

app = Flask(__name__)


@app.get("/")
def calculate():
    sum_ = request.args["sum"]
    if not re.fullmatch(r"[0-9+\\-]+", sum_):
        abort(400)
    # todook: eval-of-untrusted-data
    return str(eval(sum_))
```

## References
- Python documentation, `eval` and `exec`: the warnings; `ast.literal_eval`.
- pandas documentation, `pandas.eval` and `DataFrame.query`; SymPy documentation, `sympify`: the warnings.
- CVE-2023-39631: numexpr before 2.8.5.
- langchain-experimental: the security notice of `PythonREPL`; CVE-2023-36258.
- CWE-95: Improper Neutralization of Directives in Dynamically Evaluated Code; CWE-94: Code Injection.
"""

from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    Finding,
    Level,
    Precision,
    Provenance,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose the text that is run here?"
HARMLESS = frozenset({"finite", "inert"})  # a number, one literal or name


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that run text, weighed by where it comes from."""
    for call in ctx.calls("eval", "eval.expression"):
        code = call.api.option("code")
        subject = call.args.get(code) if code else call.subject
        if subject is None or not HARMLESS.isdisjoint(subject.checks) or _checked(ctx, call):
            continue
        if _meant(call, provenance(subject)):
            continue
        finding = ctx.loaded(
            call,
            f"`{call.name.removeprefix('builtins.')}` runs, as code, what comes from {{origin}}",
            QUESTION,
            remedy=_remedy(ctx, call),
            verb="runs",
            content=code,
        )
        if finding is not None:
            yield finding


def _meant(call: CallFact, found: Provenance) -> bool:
    """Whether the text is, for all that is known, what the function around the call is for."""
    return "eval.expression" in call.api.roles and found.trust is Trust.UNDECIDED


def _checked(ctx: RuleContext, call: CallFact) -> bool:
    """Whether the library refuses expressions that do more than calculate."""
    switch, since = call.api.option("switch"), call.api.option("safe_since")
    given = call.args.get(switch)
    if not switch or (given is not None and given.truth is False):
        return False
    return ctx.at_least("numexpr", since) is not False


def _remedy(ctx: RuleContext, call: CallFact) -> Remedy | None:
    """Reading a literal instead, which is only the same if the text is one."""
    if call.name != "builtins.eval" or len(call.args) != 1 or call.open:
        return None
    return Remedy(
        title="Read a literal without running code", changes=(ctx.call_instead(call, "ast.literal_eval"),), safe=False
    )


RULE = Rule(
    id="eval-of-untrusted-data",
    title="Text that others can choose is run as code",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("eval", "eval.expression"),
    tags=("security", "code-injection"),
    cwe=(95, 94),
    security_severity=9.3,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
