"""## What it finds
Content of a request or an upload that is decoded, parsed or tokenised although nothing limits its size: images, tables
and texts, in services whose framework takes requests of any size.

## Why it matters
One request is enough. A table of some gigabytes, a text of a million words or a picture that unfolds to a hundred times
its size takes the memory of the process and of the graphics card, and with them every other request.

## Bad
```python
import io

import pandas as pd
from fastapi import FastAPI, UploadFile
from PIL import Image
from transformers import AutoTokenizer

app = FastAPI()
tokenizer = AutoTokenizer.from_pretrained("./model")


@app.post("/table")
async def table(file: UploadFile):
    content = await file.read()
    # ruleid: unbounded-payload
    return len(pd.read_csv(io.BytesIO(content)))


@app.post("/picture")
async def picture(file: UploadFile):
    # ruleid: unbounded-payload
    return Image.open(file.file).size


@app.post("/text")
def text(body: dict):
    # ruleid: unbounded-payload
    return len(tokenizer(body["text"], return_tensors="pt"))
```

A picture of a few kilobytes may unfold to gigabytes; the library refuses it unless it is told not to:

```python
from flask import Flask, request
from PIL import Image

Image.MAX_IMAGE_PIXELS = None
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4_000_000


@app.post("/picture")
def picture():
    # ruleid: unbounded-payload
    return str(Image.open(request.files["picture"]).size)
```

No limit of the size of a request helps against it:

```python
import PIL.Image
from django.http import HttpResponse
from django.views import View

PIL.Image.MAX_IMAGE_PIXELS = None


class Picture(View):
    def post(self, request):
        # ruleid: unbounded-payload
        return HttpResponse(str(PIL.Image.open(request.FILES["picture"]).size))
```

## Good
```python
import io

import pandas as pd
from fastapi import FastAPI, HTTPException, UploadFile
from PIL import Image
from pydantic import BaseModel, Field
from transformers import AutoTokenizer

app = FastAPI()
tokenizer = AutoTokenizer.from_pretrained("./model")
LIMIT = 4_000_000


class Text(BaseModel):
    text: str = Field(max_length=5_000)


@app.post("/rows")
async def rows(file: UploadFile):
    # ok: unbounded-payload
    return len(pd.read_csv(file.file, nrows=10_000))


@app.post("/table")
async def table(file: UploadFile):
    content = await file.read(LIMIT)
    # ok: unbounded-payload
    return len(pd.read_csv(io.BytesIO(content)))


@app.post("/picture")
async def picture(file: UploadFile):
    content = await file.read()
    if len(content) > LIMIT:
        raise HTTPException(413)
    # ok: unbounded-payload
    return Image.open(io.BytesIO(content)).size


@app.post("/told")
async def told(file: UploadFile):
    if file.size > LIMIT:
        raise HTTPException(413)
    # ok: unbounded-payload
    return Image.open(file.file).size


@app.post("/text")
def text(body: Text):
    # ok: unbounded-payload
    return len(tokenizer(body.text))


@app.post("/cut")
def cut(body: dict):
    # ok: unbounded-payload
    return len(tokenizer(body["text"], truncation=True))


@app.get("/stored")
def stored(name: str):
    # ok: unbounded-payload
    return len(pd.read_csv(f"tables/{name}.csv"))


@app.post("/sliced")
def sliced(body: dict):
    # ok: unbounded-payload
    return len(tokenizer(body["text"][:2_000]))
```

```python
import pandas as pd
from flask import Flask, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4_000_000


@app.post("/table")
def table():
    # ok: unbounded-payload
    return str(len(pd.read_csv(request.files["table"])))
```

## When it is fine
A proxy or a gateway in front of the service limits the size of requests, and what they unfold to is as small.

## What it cannot see
Limits of servers and proxies, settings of an application that another module makes, and middleware: where there is any,
the rule says nothing. Django, aiohttp, gRPC, AWS Lambda and Streamlit have limits of their own.

## References
- CWE-770: Allocation of Resources Without Limits or Throttling; CWE-409: Improper Handling of Highly Compressed Data.
- Pillow documentation: `Image.MAX_IMAGE_PIXELS`.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Origin, Place, Precision, Rule, RuleContext

SOURCES = ("request", "upload")
TOKENS, IMAGE, TABLE = "tokenize", "decode.image", "read.table"
# Frameworks that take requests of any size, by the beginning of the names of their APIs.
OPEN = ("flask.", "werkzeug.", "fastapi.", "starlette.", "quart.")
# Arguments that limit what is made of the content.
LIMITS = frozenset({"nrows", "chunksize", "iterator", "truncation", "max_length"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Contents without a limit, once per place."""
    settings = {
        each.name: each for each in ctx.assignments() if each.name in ("MAX_CONTENT_LENGTH", "MAX_IMAGE_PIXELS")
    }
    bomb = "MAX_IMAGE_PIXELS" in settings and settings["MAX_IMAGE_PIXELS"].value.constant is None
    limited = "MAX_CONTENT_LENGTH" in settings or any(ctx.calls("reads-settings", "limits-requests"))
    seen: set[Place] = set()
    for call in ctx.calls(TABLE, IMAGE, TOKENS):
        image = IMAGE in call.api.roles
        origin = _sent(ctx, call, any_size=image and bomb)
        if origin is None or call.place in seen or ctx.is_test:
            continue
        if image and bomb:
            text = "a picture that may unfold to any number of pixels, because `MAX_IMAGE_PIXELS` is None"
        elif limited or _has_limit(call):
            continue
        else:
            text = f"{'a text' if TOKENS in call.api.roles else 'content'} of any size that a client sends"
        seen.add(call.place)
        level = Level.WARNING if bomb or not image else Level.NOTE
        flow = ctx.flow(origin, call.place, "it is taken apart here")
        yield ctx.finding(call.place, f"`{call.name}` takes apart {text}", level=level, flow=flow)


def _sent(ctx: RuleContext, call: CallFact, *, any_size: bool) -> Origin | None:
    """Where the content comes from, if a framework without a limit has taken it, or `any_size` is too large."""
    found = call.subject.worst(*SOURCES) if call.subject is not None else ()
    if found and found[0].kind != "upload" and _is_path(call):
        return None  # a client may choose the name of a file without sending what is in it
    origin = found[0] if found and (any_size or found[0].detail.startswith(OPEN)) else None
    if origin is None or any_size or not origin.detail.startswith(("flask.", "werkzeug.")):
        return origin
    return origin if any(ctx.calls("accepts-any")) else None  # the settings of an application are where it is made


def _is_path(call: CallFact) -> bool:
    """Whether the content may be named, not handed over."""
    assert call.subject is not None
    takes = TOKENS in call.api.roles or call.api.name.startswith("cv2.")
    return not takes and not any(name.startswith("io.") for name in call.subject.types)


def _has_limit(call: CallFact) -> bool:
    """Whether the content or what is made of it is limited, or that is not known."""
    assert call.subject is not None
    given = (value for name, value in call.args.items() if name in LIMITS)
    told = any(value.truth is not False and value.constant is not None for value in given)
    return told or bool(call.open) or "sized" in call.subject.checks


RULE = Rule(
    id="unbounded-payload",
    title="Content of any size is taken apart for a client",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=(TABLE, IMAGE, TOKENS, "assignment", "accepts-any", "reads-settings", "limits-requests"),
    given=("request", "upload"),
    tags=("validation", "serving", "availability"),
    cwe=(770, 400, 409),
    since="0.4.0",
    check=check,
)
