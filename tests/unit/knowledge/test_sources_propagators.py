"""Does content keep its origin through files, archives, encodings, containers and threads?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# A line `=== name` starts a program; `#! level` says what the pickle rule must find in the line.
PROGRAMS = cases(r"""
=== files and buffers
from flask import request
def view():
    with open(request.args["name"], "rb") as file:
        pickle.load(file)  #! error
    pickle.loads(open(request.args["name"], "rb").read())  #! error
    pickle.load(io.BytesIO(request.data))  #! error
    buffer = io.BytesIO()
    buffer.write(request.data)
    buffer.seek(0)
    pickle.load(buffer)  #! error
    pickle.load(io.BufferedReader(io.BytesIO(request.data)))  #! error
=== compression
import bz2
import gzip
import lzma
import zlib
from flask import request
def view():
    data = request.data
    pickle.loads(gzip.decompress(data))  #! error
    pickle.loads(bz2.decompress(data))  #! error
    pickle.loads(lzma.decompress(data))  #! error
    pickle.loads(zlib.decompress(data))  #! error
    pickle.load(gzip.GzipFile(fileobj=io.BytesIO(data)))  #! error
    pickle.load(gzip.open(io.BytesIO(data)))  #! error
    pickle.load(bz2.BZ2File(io.BytesIO(data)))  #! error
    pickle.loads(bz2.BZ2Decompressor().decompress(data))  #! error
    pickle.loads(zlib.decompressobj().decompress(data))  #! error
=== compression of others
import blosc
import lz4.frame
import snappy
import zstandard as zstd
import zstandard
from flask import request
def view():
    data = request.data
    pickle.loads(lz4.frame.decompress(data))  #! error
    pickle.loads(snappy.decompress(data))  #! error
    pickle.loads(blosc.decompress(data))  #! error
    pickle.loads(zstd.decompress(data))  #! error
    pickle.loads(zstandard.ZstdDecompressor().decompress(data))  #! error
    with zstandard.open(request.args["name"], "rb") as file:
        pickle.load(file)  #! error
    with lz4.frame.open(io.BytesIO(data)) as file:
        pickle.load(file)  #! error
=== own compressed files
import lz4.frame
import zstandard
with zstandard.open("own.zst", "rb") as file:
    pickle.load(file)
with lz4.frame.open("own.lz4", "rb") as file:
    pickle.load(file)
=== zip archives
import zipfile
from flask import request
def view():
    with zipfile.ZipFile(request.files["model"]) as archive:
        with archive.open("m.pkl") as file:
            pickle.load(file)  #! error
        pickle.loads(archive.read("m.pkl"))  #! error
        archive.extractall("out")
    pickle.load(open("out/m.pkl", "rb"))  #! error
=== tar archives
import tarfile
from flask import request
def view():
    with tarfile.open(fileobj=request.files["model"].stream) as archive:
        pickle.load(archive.extractfile("m.pkl"))  #! error
        archive.extractall("out", filter="data")
        for member in archive:
            pickle.load(archive.extractfile(member))  #! error
    pickle.load(open("out/m.pkl", "rb"))  #! error
=== text encodings
import base64
import binascii
import codecs
import urllib.parse
from flask import request
def view():
    text = request.form["a"]
    pickle.loads(base64.b64decode(text))  #! error
    pickle.loads(base64.decodebytes(text.encode()))  #! error
    pickle.loads(binascii.unhexlify(text))  #! error
    pickle.loads(binascii.a2b_base64(text))  #! error
    pickle.loads(codecs.decode(text.encode(), "base64"))  #! error
    pickle.loads(urllib.parse.unquote_to_bytes(text))  #! error
    pickle.loads(bytes.fromhex(text))  #! error
    pickle.loads(text.encode("latin1"))  #! error
    pickle.loads(bytes(text, "latin1"))  #! error
    pickle.loads(bytes(bytearray(text, "utf-8")))  #! error
=== paths
import os
from pathlib import Path
from flask import request
def view():
    name = request.args["name"]
    pickle.load(open(os.path.join("models", name), "rb"))  #! error
    pickle.load((Path("models") / name).open("rb"))  #! error
    pickle.loads(Path("models", name).read_bytes())  #! error
    pickle.load(open(f"models/{name}.pkl", "rb"))  #! error
    pickle.load(open("models/%s.pkl" % name, "rb"))  #! error
    pickle.load(open("models/{}.pkl".format(name), "rb"))  #! error
    pickle.load(open("models/" + name + ".pkl", "rb"))  #! error
    pickle.load(open(os.path.abspath(os.path.expanduser(name)), "rb"))  #! error
    pickle.load(open(Path(name).with_suffix(".pkl").resolve(), "rb"))  #! error
=== containers
from flask import request
def view():
    found = {"own": b"x", "given": request.data}
    pickle.loads(found["given"])  #! error
    pickle.loads(found["own"])
    items = [b"x", request.data]
    pickle.loads(items[1])  #! error
    pickle.loads(items[0])
    first, second = items
    pickle.loads(second)  #! error
    for each in [request.data]:
        pickle.loads(each)  #! error
    parts = [part for part in request.data.split(b"\n")]
    pickle.loads(parts[0])  #! error
    head, *tail = request.data.split(b"\n")
    pickle.loads(b"".join(tail))  #! error
=== binary layouts
import struct
from flask import request
def view():
    data = request.data
    (size,) = struct.unpack(">I", data[:4])
    pickle.loads(data[4 : 4 + size])  #! error
    blob, crc = struct.unpack("10sI", data)
    pickle.loads(blob)  #! error
    pickle.loads(memoryview(data)[4:])  #! error
    pickle.loads(bytearray(data))  #! error
    (other,) = struct.Struct("10s").unpack(data)
    pickle.loads(other)  #! error
    buffer = bytearray()
    buffer.extend(data)
    pickle.loads(buffer)  #! error
    pickle.loads(memoryview(data).tobytes())  #! error
=== written, then loaded
import os
import shutil
import tempfile
from flask import request
def view():
    with tempfile.NamedTemporaryFile() as file:
        file.write(request.data)
        file.seek(0)
        pickle.load(file)  #! error
    with tempfile.NamedTemporaryFile(delete=False) as out:
        out.write(request.data)
    pickle.load(open(out.name, "rb"))  #! error
    with open("copy.pkl", "wb") as out:
        shutil.copyfileobj(request.files["m"].stream, out)
    pickle.load(open("copy.pkl", "rb"))  #! error
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "m.pkl")
    request.files["m"].save(path)
    pickle.load(open(path, "rb"))  #! error
=== path write then load
from pathlib import Path
from flask import request
def view():
    path = Path("upload.pkl")
    path.write_bytes(request.data)
    pickle.loads(path.read_bytes())  #! error
=== aiofiles
import aiofiles
from fastapi import FastAPI, UploadFile
app = FastAPI()
@app.post("/a")
async def view(name: str, file: UploadFile):
    async with aiofiles.open(name, "rb") as opened:
        pickle.loads(await opened.read())  #! error
    async with aiofiles.open("own.pkl", "rb") as opened:
        pickle.loads(await opened.read())
    async with aiofiles.open("up.pkl", "wb") as out:
        while chunk := await file.read(1024):
            await out.write(chunk)
    pickle.load(open("up.pkl", "rb"))  #! error
=== anyio
import anyio
from fastapi import FastAPI
app = FastAPI()
@app.post("/a")
async def view(name: str):
    async with await anyio.open_file(name, "rb") as opened:
        pickle.loads(await opened.read())  #! error
    pickle.loads(await anyio.Path(name).read_bytes())  #! error
=== threads and executors
import asyncio
from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
app = FastAPI()
def restore(blob):
    return pickle.loads(blob)  #! error
@app.post("/a")
async def first(request: Request):
    blob = await request.body()
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, restore, blob)
@app.post("/b")
async def second(request: Request):
    await run_in_threadpool(other, await request.body())
def other(blob):
    return pickle.loads(blob)  #! error
@app.post("/c")
async def third(request: Request):
    await asyncio.to_thread(another, await request.body())
def another(blob):
    return pickle.loads(blob)  #! error
=== mapped
from functools import partial
from flask import request
def view():
    list(map(pickle.loads, request.data.split(b",")))  #! error
    restore = partial(pickle.loads, encoding="bytes")
    return restore(request.data)  #! error
=== optional values
from typing import Optional
from flask import request
def view(flag):
    blob = request.data or b"x"
    pickle.loads(blob)  #! error
    other = request.data if flag else b"x"
    pickle.loads(other)  #! error
    third: Optional[bytes] = None
    if flag:
        third = request.get_data()
    if third is not None:
        pickle.loads(third)  #! error
=== instances and data classes
from dataclasses import dataclass
from flask import request
@dataclass
class Message:
    kind: str
    blob: bytes
class Store:
    def __init__(self, blob):
        self.blob = blob
    def load(self):
        return pickle.loads(self.blob)  #! error
def view():
    message = Message("a", request.data)
    pickle.loads(message.blob)  #! error
    Store(request.data).load()
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_content_keeps_its_origin(name: str) -> None:
    check(PROGRAMS[name])
