"""Text on its way to `eval` and `exec`: through constants, containers, objects, guards."""

import base64
import builtins
import functools
import urllib.parse

from exchange import Envelope, Pair, by_settings, escaped, make, plain_literal, require_literal, second, settings
from flask import Flask, abort, request

app = Flask(__name__)


# --- conditions that are constants ------------------------------------------------------------------------------------


@app.post("/ternary/own")
def ternary_own():
    size = 12
    text = "1" if size * 3 > 30 else request.form["x"]
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/ternary/given")
def ternary_given():
    size = 12
    text = "1" if size * 3 > 40 else request.form["x"]
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/match/own")
def match_own():
    text = request.form["x"]
    match "xyz".upper()[-1]:
        case "X" | "Y":
            pass
        case "Z":
            text = "1"
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/match/given")
def match_given():
    text = request.form["x"]
    match len("four"):
        case 3:
            text = "1"
        case _:
            text = text.strip()
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/bits/own")
def bits_own():
    flags = 0b0110
    text = request.form["x"] if flags & 0b1001 else "own"
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/chained/given")
def chained_given():
    text = "own"
    if 1 < 2 < 3 and not "a" in "bcd":
        text = request.form["x"]
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/words/own")
def words_own():
    text = request.form["x"]
    if "never" in "this will always happen" or 7 % 2 == 0:
        pass
    else:
        text = "own"
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/loop/own")
def loop_own():
    text = request.form["x"]
    for text in ("1", "2"):
        pass
    # ok: eval-of-untrusted-data
    return eval(text)


# --- containers -------------------------------------------------------------------------------------------------------


@app.post("/dict/own")
def dict_own():
    table = {}
    table["a"] = "own"
    table["b"] = request.form["x"]
    text = table["b"]
    text = table["a"]
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/dict/given")
def dict_given():
    table = {"a": "own", "b": "own"}
    table["b"] = request.form["x"]
    # ruleid: eval-of-untrusted-data
    first = eval(table["b"])
    table["b"] = "own again"
    # ok: eval-of-untrusted-data
    return first, eval(table["b"])


@app.post("/dict/methods")
def dict_methods():
    table = dict(a=request.form["x"], b="own")
    taken = table.pop("a")
    # ok: eval-of-untrusted-data
    first = eval(table.get("a", "default"))
    # ok: eval-of-untrusted-data
    second_ = eval(table.setdefault("b", taken))
    # ruleid: eval-of-untrusted-data
    third = eval(table.setdefault("c", taken))
    del table["c"]
    # ok: eval-of-untrusted-data
    return first, second_, third, eval(table.get("c", "default"))


@app.post("/dict/nested")
def dict_nested():
    table = {"in": {"given": request.form["x"], "own": "own"}}
    # ok: eval-of-untrusted-data
    first = eval(table["in"]["own"])
    # ruleid: eval-of-untrusted-data
    return first, eval(table["in"]["given"])


@app.post("/dict/merged")
def dict_merged():
    table = {**{"a": request.form["x"]}, "a": "own"}
    other = {"a": "own"} | {"a": request.form["x"]}
    # ok: eval-of-untrusted-data
    first = eval(table["a"])
    # ruleid: eval-of-untrusted-data
    return first, eval(other["a"])


@app.post("/list/order")
def list_order():
    items = ["own"]
    items.append(request.form["x"])
    items.insert(0, "first")
    items.pop()
    # ok: eval-of-untrusted-data
    first = eval(items[-1])
    items.extend([request.form["y"], "last"])
    # ruleid: eval-of-untrusted-data
    return first, eval(items[2])


@app.post("/list/views")
def list_views():
    items = [request.form["x"], "own", "other"]
    alias = items
    alias.reverse()
    # ok: eval-of-untrusted-data
    first = eval(items[0])
    head, *rest = items
    # ok: eval-of-untrusted-data
    second_ = eval(head)
    # ruleid: eval-of-untrusted-data
    third = eval(rest[-1])
    # ok: eval-of-untrusted-data
    return first, second_, third, eval(items[:2][1])


@app.post("/tuple")
def tuples():
    own, given = "own", request.form["x"]
    own, given = given, own
    # ruleid: eval-of-untrusted-data
    first = eval(own)
    # ok: eval-of-untrusted-data
    return first, eval(given)


@app.post("/comprehension")
def comprehension():
    # ruleid: eval-of-untrusted-data
    first = [eval(text) for text in request.form.getlist("x")]
    # ok: eval-of-untrusted-data
    return first, [eval(text) for text in ("1", "2")]


@app.post("/settings")
def by_section():
    parser = settings(request.form["x"])
    # ok: eval-of-untrusted-data
    first = eval(parser.get("a", "own"))
    # ruleid: eval-of-untrusted-data
    second_ = eval(parser.get("a", "given"))
    parser.set("a", "given", "overwritten")
    # ok: eval-of-untrusted-data
    return first, second_, eval(parser.get("a", "given"))


# --- texts ------------------------------------------------------------------------------------------------------------


@app.post("/text/cut")
def text_cut():
    text = "begin" + request.form["x"] + "end"
    # ruleid: eval-of-untrusted-data
    return eval(text[5:-3])


@app.post("/text/copy")
def text_copy():
    given = request.form["x"]
    text = own = ""
    text += given
    own += "1 + 1"
    # ok: eval-of-untrusted-data
    return eval(own)


@app.post("/text/round")
def text_round():
    packed = base64.b64encode(request.form["x"].encode("utf-8"))
    text = urllib.parse.unquote_plus(base64.b64decode(packed).decode("utf-8")).replace("+", " ")
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/text/made")
def text_made():
    given = request.form["x"]
    # ruleid: eval-of-untrusted-data
    first = eval("f(%s)" % given)
    # ruleid: eval-of-untrusted-data
    second_ = eval("f({x})".format(x=given))
    # ruleid: eval-of-untrusted-data
    third = eval("".join(["f(", given, ")"]))
    # ok: eval-of-untrusted-data
    return first, second_, third, eval("f(%d)" % int(given))


@app.post("/text/length")
def text_length():
    # ok: eval-of-untrusted-data
    return eval(f"1 << {len(request.form['x'])}")


# --- ways to call -----------------------------------------------------------------------------------------------------

RUN = {"run": eval, "name": str}


def apply(function, *args, **options):
    return function(*args, **options)


def careful(text, trusted=False):
    if not trusted:
        return None
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/call/alias")
def call_alias():
    run = eval
    # ruleid: eval-of-untrusted-data
    first = run(request.form["x"])
    # ruleid: eval-of-untrusted-data
    second_ = getattr(builtins, "ev" + "al")(request.form["x"])
    # ruleid: eval-of-untrusted-data
    third = functools.partial(eval, request.form["x"])()
    # ok: eval-of-untrusted-data
    return first, second_, third, functools.partial(eval, "1")()


@app.post("/call/table")
def call_table():
    # ruleid: eval-of-untrusted-data
    first = RUN["run"](request.form["x"])
    # ok: eval-of-untrusted-data
    return first, RUN["name"](request.form["x"])


@app.post("/call/handed")
def call_handed():
    # ok: eval-of-untrusted-data
    return apply(str, request.form["x"]), careful("1", trusted=True), careful(request.form["x"])


@app.post("/call/trusted")
def call_trusted():
    return careful(request.form["x"], trusted=True)


@app.post("/call/mapped")
def call_mapped():
    # ruleid: eval-of-untrusted-data
    first = list(map(eval, request.form.getlist("x")))
    # ok: eval-of-untrusted-data
    return first, list(map(eval, ["1", "2"]))


@app.post("/call/inner")
def call_inner():
    given = request.form["x"]

    def inner():
        # ruleid: eval-of-untrusted-data
        return eval(given)

    # ok: eval-of-untrusted-data
    return inner(), (lambda text: eval(text))("1")


# --- objects ----------------------------------------------------------------------------------------------------------


@app.post("/object/fields")
def object_fields():
    envelope = Envelope(request)
    # ruleid: eval-of-untrusted-data
    first = eval(envelope.field("x"))
    # ok: eval-of-untrusted-data
    second_ = eval(envelope.own("x"))
    # ruleid: eval-of-untrusted-data
    third = eval(envelope.header)
    # ok: eval-of-untrusted-data
    return first, second_, third, eval(Envelope.default)


@app.post("/object/pair")
def object_pair():
    pair = Pair(request.form["x"])
    # ok: eval-of-untrusted-data
    first = eval(pair.own)
    # ruleid: eval-of-untrusted-data
    second_ = eval(getattr(pair, "given"))
    pair.given = "own"
    # ok: eval-of-untrusted-data
    return first, second_, eval(pair.given)


@app.post("/object/made")
def object_made():
    # ruleid: eval-of-untrusted-data
    first = eval(make().turn(request.form["x"]))
    # ok: eval-of-untrusted-data
    second_ = eval(make("fixed").turn(request.form["x"]))
    # ok: eval-of-untrusted-data
    return first, second_, eval(second(request.form["x"], "own"))


# --- guards -----------------------------------------------------------------------------------------------------------


@app.post("/guard/whole")
def guard_whole():
    text = request.form["x"]
    if text.startswith("'") and text.endswith("'") and "'" not in text[1:-1]:
        # ok: eval-of-untrusted-data
        return eval(text)
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/helper")
def guard_helper():
    text = request.form["x"]
    if not plain_literal(text):
        abort(400)
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/raise")
def guard_raise():
    text = request.form["x"]
    require_literal(text)
    # ok: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/ends")
def guard_ends():
    text = request.form["x"]
    if not text.startswith("'") or not text.endswith("'"):
        return "no"
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/slice")
def guard_slice():
    text = request.form["x"]
    if not text.startswith("'") or not text.endswith("'") or "'" in text[2:-2]:
        return "no"
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/mixed")
def guard_mixed():
    text = request.form["x"]
    if not text.startswith("'") or not text.endswith('"') or "'" in text[1:-1]:
        return "no"
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/after")
def guard_after():
    text = request.form["x"]
    if not text.startswith("'") or not text.endswith("'") or "'" in text[1:-1]:
        return "no"
    # ruleid: eval-of-untrusted-data
    return eval(text + ".__class__" + request.form["y"])


@app.post("/guard/made")
def guard_made():
    text = request.form["x"]
    if not plain_literal(text):
        return "no"
    # ruleid: eval-of-untrusted-data
    return eval(text[1:-1])


@app.post("/guard/word")
def guard_word():
    text = request.form["x"]
    if not text.isidentifier():
        abort(400)
    # ok: eval-of-untrusted-data
    first = eval(text)
    # ruleid: eval-of-untrusted-data
    return first, eval(text + request.form["y"])


@app.post("/guard/listed")
def guard_listed():
    text = request.form["x"]
    if text in {"relu", "gelu"}:
        # ok: eval-of-untrusted-data
        return eval(text)
    # ruleid: eval-of-untrusted-data
    return eval(text)


@app.post("/guard/printed")
def guard_printed():
    text = request.form["x"]
    print(plain_literal(text))
    # ruleid: eval-of-untrusted-data
    return eval(text)


# --- the route --------------------------------------------------------------------------------------------------------


@app.get("/fixed/path")
def fixed_path():
    # ok: eval-of-untrusted-data
    return eval(request.path.split("/")[1])


@app.get("/open/<path>")
def open_path(path):
    # ruleid: eval-of-untrusted-data
    return eval(request.path.split("/")[2])


# --- made elsewhere ---------------------------------------------------------------------------------------------------


@app.post("/made/escaped")
def made_escaped():
    # ok: eval-of-untrusted-data
    first = eval(escaped(Envelope(request).own("x")))
    # ruleid: eval-of-untrusted-data
    return first, eval(escaped(request.form["x"]))


@app.post("/made/chosen")
def made_chosen():
    kind = by_settings("kinds.ini")
    # ok: eval-of-untrusted-data
    first = eval(kind.turn("1 + 1"))
    # ruleid: eval-of-untrusted-data
    return first, eval(kind.turn(request.form["x"]))
