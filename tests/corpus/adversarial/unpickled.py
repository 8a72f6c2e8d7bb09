"""Bytes on their way to `pickle.loads`."""

import base64
import hashlib
import io
import pickle
from functools import partial

import requests
from exchange import Envelope, make, settings
from flask import Flask, request

app = Flask(__name__)
DIGESTS = {"a": "9f86d081884c7d65", "b": "60303ae22b998861"}
decode = partial(base64.urlsafe_b64decode)
unpack = pickle.loads


@app.post("/branch")
def branch():
    size = 40
    blob = request.data
    if size // 7 == 5:
        blob = b"own"
    # ok: pickle-load-of-untrusted-data
    return unpack(blob)


@app.post("/branch/other")
def branch_other():
    size = 40
    blob = request.data
    if size // 7 == 6:
        blob = b"own"
    # ruleid: pickle-load-of-untrusted-data
    return unpack(blob)


@app.post("/section")
def section():
    parser = settings(request.form["x"])
    # ruleid: pickle-load-of-untrusted-data
    first = pickle.loads(decode(parser.get("a", "given")))
    # ok: pickle-load-of-untrusted-data
    return first, pickle.loads(decode(parser.get("a", "own")))


@app.post("/object")
def by_object():
    envelope = Envelope(request)
    # ruleid: pickle-load-of-untrusted-data
    first = pickle.loads(decode(make("same").turn(envelope.field("x"))))
    # ok: pickle-load-of-untrusted-data
    return first, pickle.loads(decode(make("fixed").turn(envelope.field("x"))))


@app.post("/index")
def index():
    parts = [b"a", request.data, b"c"]
    del parts[1]
    # ok: pickle-load-of-untrusted-data
    first = pickle.loads(parts[1])
    parts[0] = request.data
    # ruleid: pickle-load-of-untrusted-data
    return first, pickle.loads(parts[-2])


@app.post("/buffer")
def buffer():
    stream = io.BytesIO()
    stream.write(request.data)
    stream.seek(0)
    # ruleid: pickle-load-of-untrusted-data
    first = pickle.Unpickler(stream).load()
    # ok: pickle-load-of-untrusted-data
    return first, pickle.load(io.BytesIO(pickle.dumps([1])))


@app.post("/round")
def round_trip():
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(base64.b64decode(base64.b64encode(pickle.dumps(request.form["x"]))))


def download(name):
    data = requests.get(f"https://example.com/{name}", timeout=9).content
    if hashlib.sha256(data).hexdigest() != DIGESTS[name]:
        raise ValueError("not what was published")
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(data)


def download_carelessly(name):
    data = requests.get(f"https://example.com/{name}", timeout=9).content
    if hashlib.sha256(data).hexdigest() != DIGESTS[name]:
        print("not what was published")
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(data)


@app.get("/fixed")
def fixed_path():
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(decode(request.path.split("/")[1]))


@app.post("/quoted")
def quoted():
    text = request.form["x"]
    if not text.startswith("'") or not text.endswith("'") or "'" in text[1:-1]:
        return "no"
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(text.encode())
