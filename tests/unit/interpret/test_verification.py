"""Which content is trusted after a comparison of its digest, and which is not?"""

import textwrap

import pytest

from analyzer.interpret.verification import REREAD
from tests.unit.interpret.programs import run

PRELUDE = """
import hashlib
import hmac
import io
import os
import urllib.request
from pathlib import Path

import requests
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from nacl.public import SealedBox

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
KEY = os.environ["KEY"].encode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def of_file(path):
    found = hashlib.sha256()
    with open(path, "rb") as file:
        for chunk in iter(lambda: file.read(4096), b""):
            found.update(chunk)
    return found.hexdigest()


def fetch(url):
    return requests.get(url).content
"""


def loaded(body: str) -> tuple[set[str], bool]:
    """The kinds of origin of what is loaded at the end of a function, and whether a file was read again."""
    lines = textwrap.indent(textwrap.dedent(body), "    ")
    (fact,) = run(f"{PRELUDE}\n\ndef main(url, path, expected):\n{lines}").loads
    assert fact.subject is not None
    kinds = {origin.kind for origin in fact.subject.origins}
    return {"verified"} if "verified" in fact.subject.checks else kinds, REREAD in fact.subject.checks


@pytest.mark.parametrize(
    "check",
    [
        "if sha(data) != DIGEST:\n    raise ValueError",
        "assert sha(data) == DIGEST",
        "if sha(data) != expected:\n    raise ValueError",
        "right = sha(data) == DIGEST\nif not right:\n    raise ValueError",
        "wrong = sha(data) != DIGEST\nif wrong:\n    raise ValueError",
        "if hashlib.sha256(data).digest().hex() != DIGEST.lower():\n    raise ValueError",
        "if not hmac.compare_digest(sha(data), DIGEST):\n    raise ValueError",
        "mac = hmac.new(KEY, data, 'sha256').digest()\nassert hmac.compare_digest(mac, requests.get(url).content)",
        "load_pem_public_key(KEY).verify(requests.get(url).content, data)",
        "mac = HMAC(KEY, None)\nmac.update(data)\nmac.verify(requests.get(url).content)",
    ],
)
def test_verified_content_is_trusted(check: str) -> None:
    assert loaded(f"data = fetch(url)\n{check}\npickle.loads(data)") == ({"verified"}, False)


@pytest.mark.parametrize(
    "check",
    [
        "sha(data) == DIGEST",
        "if sha(data) != DIGEST:\n    print('strange')",
        "if sha(data) == DIGEST:\n    raise ValueError",
        "if expected:\n    assert sha(data) == DIGEST",
        "try:\n    assert sha(data) == DIGEST\nexcept AssertionError:\n    print('strange')",
        "if not sha(data).startswith('9f86'):\n    raise ValueError",
        "if sha(data) != fetch(url + '.sha256'):\n    raise ValueError",
        "if not hmac.compare_digest(sha(data), requests.get(url).headers['Digest']):\n    raise ValueError",
        "other = fetch(url + '/other')\nif sha(other) != DIGEST:\n    raise ValueError",
        "SealedBox(KEY).decrypt(data)",
    ],
)
def test_what_does_not_verify(check: str) -> None:
    assert "download" in loaded(f"data = fetch(url)\n{check}\npickle.loads(data)")[0]


def test_a_digest_that_lies_beside_the_file_verifies_nothing() -> None:
    code = "data = Path(path).read_bytes()\nif sha(data) != Path(path + '.sha256').read_text():\n    raise ValueError\n"
    assert loaded(f"{code}pickle.loads(data)")[0] == {"parameter"}


@pytest.mark.parametrize(
    "load", ["pickle.loads(data)", "pickle.load(io.BytesIO(data))", "file.seek(0)\npickle.load(file)"]
)
def test_what_was_read_from_a_file_is_verified(load: str) -> None:
    code = "file = open(path, 'rb')\ndata = file.read()\nif sha(data) != DIGEST:\n    raise ValueError\n"
    assert loaded(code + load) == ({"verified"}, False)


@pytest.mark.parametrize("digest", ["of_file(path)", "sha(open(path, 'rb').read())", "sha(Path(path).read_bytes())"])
@pytest.mark.parametrize(
    ("fetched", "kind"), [("", "parameter"), ("urllib.request.urlretrieve(url, path)\n", "download")]
)
def test_a_file_that_is_read_again_is_not(digest: str, fetched: str, kind: str) -> None:
    code = f"{fetched}if {digest} != DIGEST:\n    raise ValueError\npickle.load(open(path, 'rb'))"
    assert loaded(code) == ({kind}, True)
