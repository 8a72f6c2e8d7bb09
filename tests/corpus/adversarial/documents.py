"""Documents and loaders on their way to `yaml.load`."""

import functools

import yaml
from exchange import make
from flask import Flask, request

app = Flask(__name__)


class Lines(yaml.SafeLoader):
    """Derived from a safe loader."""


class Anything(yaml.UnsafeLoader):
    """Derived from an unsafe one."""


class Deeper(Lines):
    """Derived twice."""


Alias = Deeper
LOADERS = {"safe": yaml.CSafeLoader, "any": yaml.Loader}
load_safely = functools.partial(yaml.load, Loader=yaml.SafeLoader)
load_anything = functools.partial(yaml.load, Loader=yaml.UnsafeLoader)

try:
    from yaml import CSafeLoader as Fast
except ImportError:
    from yaml import SafeLoader as Fast


def read(document, loader=Lines):
    # ok: unsafe-yaml-load
    return yaml.load(document, Loader=loader)


def read_with(document, safe):
    # ruleid: unsafe-yaml-load
    return yaml.load(document, Loader=yaml.SafeLoader if safe else yaml.Loader)


def read_as(document, safe=True):
    loader = yaml.SafeLoader if safe else yaml.UnsafeLoader
    # ok: unsafe-yaml-load
    return yaml.load(document, loader)


@app.post("/classes")
def classes():
    # ok: unsafe-yaml-load
    first = yaml.load(request.data, Loader=Alias)
    # ok: unsafe-yaml-load
    second = yaml.load(request.data, Fast)
    # ruleid: unsafe-yaml-load
    third = yaml.load(request.data, Loader=Anything)
    # ok: unsafe-yaml-load
    return first, second, third, read(request.data), read_as(request.data)


@app.post("/table")
def table():
    # ok: unsafe-yaml-load
    first = yaml.load(request.data, Loader=LOADERS["safe"])
    # ruleid: unsafe-yaml-load
    return first, yaml.load(request.data, Loader=LOADERS["any"])


@app.post("/chosen")
def chosen():
    size = 3
    # ok: unsafe-yaml-load
    first = yaml.load(request.data, Loader=yaml.SafeLoader if size > 2 else yaml.Loader)
    # ruleid: unsafe-yaml-load
    return first, yaml.load(request.data, Loader=yaml.SafeLoader if size > 3 else yaml.Loader)


@app.post("/wrapped")
def wrapped():
    # ok: unsafe-yaml-load
    first = load_safely(request.data)
    # ruleid: unsafe-yaml-load
    second = load_anything(request.data)
    return first, second, read_with(request.data, safe=False)


@app.post("/own")
def own():
    # ok: unsafe-yaml-load
    first = yaml.load("a: 1", Loader=yaml.Loader)
    # ok: unsafe-yaml-load
    second = yaml.load(yaml.dump({"a": request.form["x"]}), Loader=yaml.Loader)
    # ok: unsafe-yaml-load
    return first, second, yaml.load(make("fixed").turn(request.data), Loader=yaml.Loader)


@app.post("/keyword")
def keyword():
    options = {"Loader": yaml.FullLoader}
    options["Loader"] = yaml.SafeLoader
    # ok: unsafe-yaml-load
    first = yaml.load(request.data, **options)
    options.update(Loader=yaml.UnsafeLoader)
    # ruleid: unsafe-yaml-load
    return first, yaml.load(request.data, **options)
