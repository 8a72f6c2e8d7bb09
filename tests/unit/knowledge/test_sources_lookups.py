"""Is what is found under somebody's key, answered by this machine, or never reached told from what somebody sent?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# See `sources`.
PROGRAMS = cases(r"""
=== rows of a database
from flask import request
from app import Model
def view(session):
    row = session.query(Model).filter(Model.id == request.args["id"]).first()
    pickle.loads(row.blob)  #! note
    other = session.query(Model).filter_by(id=request.args["id"]).first()
    pickle.loads(other.blob)  #! note
    pickle.loads(session.get(Model, request.args["id"]).blob)  #! note
=== objects whose class is not known
from flask import request
def view(store):
    pickle.loads(store.get(request.args["id"]))  #! note
    pickle.loads(store.get(request.args["id"]) + request.data)  #! error
=== a server on this machine
import requests
def view(host):
    pickle.loads(requests.get("http://localhost:8000/model").content)  #! note
    pickle.loads(requests.get("http://127.0.0.1:8000/model").content)  #! note
    pickle.loads(requests.get("http://example.com/model").content)  #! error
    pickle.loads(requests.get(f"http://{host}/model").content)  #! error
=== the answer of a comparison
from flask import request
def view(known):
    pickle.loads(str(known == request.data).encode())
=== branches for Python 2
import sys
from flask import request
def view():
    if sys.version_info < (3,):
        pickle.loads(request.data)
    if sys.version_info[0] == 2 or sys.version_info.major < 3:
        pickle.loads(request.data)
    if sys.version_info >= (3, 12):
        pickle.loads(request.data)  #! error
    if sys.version_info >= (3, 0):
        return
    pickle.loads(request.data)
=== half a condition
from flask import request
def load(blob, trusted=True):
    if blob and trusted:
        return pickle.loads(blob)
def view():
    return load(request.data, trusted=False)
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_what_was_asked_for_is_not_what_was_sent(name: str) -> None:
    check(PROGRAMS[name])
