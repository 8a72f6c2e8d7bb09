"""Does the IR say of real files what CPython's own parser says: names, constants, calls, statements, places?"""

import ast
import hashlib
import sys
import sysconfig
import warnings
from pathlib import Path

import pytest

from analyzer.syntax.lower import parse
from tests.unit.syntax.cpython_form import FromAst
from tests.unit.syntax.ir_form import FromIr
from tests.unit.syntax.normal_form import Form, source

LIBRARY = Path(sysconfig.get_paths()["stdlib"])
RICH = (
    "grammar",
    "fstring",
    "patma",
    "named_expressions",
    "generators",
    "coroutines",
    "unpack_ex",
    "syntax",
    "string_literals",
)
"""Tests of the language itself, which hold what a library seldom does."""


def _sample() -> list[Path]:
    """150 files of the standard library, the same on every run, and the language's own tests of Python 3.11."""
    found = [path.relative_to(LIBRARY) for path in LIBRARY.rglob("*.py")]
    library = [path for path in found if not {"site-packages", "test", "tests", "lib2to3"} & set(path.parts)]
    library.sort(key=lambda path: hashlib.sha256(path.as_posix().encode()).digest())
    rich = [Path("test", f"test_{name}.py") for name in RICH] if sys.version_info < (3, 12) else []
    return library[:150] + [path for path in rich if path in found]


def _text(path: Path) -> str | None:
    """The file's text if it is UTF-8, else None."""
    try:
        return path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").decode()
    except UnicodeDecodeError:
        return None


def difference(expected: object, found: object) -> tuple[object, object] | None:
    """The innermost first place in which two forms differ, as a small pair."""
    if not isinstance(expected, tuple) or not isinstance(found, tuple) or len(expected) != len(found):
        return None if expected == found else (expected, found)
    for one, other in zip(expected, found, strict=True):
        if (inner := difference(one, other)) is not None:
            at_place = expected[:5] if expected and isinstance(expected[0], int) else None
            return (at_place, inner) if at_place and len(str(inner)) < 500 else inner
    return None


def forms(text: str) -> tuple[Form, Form]:
    """What CPython and what we say of a text."""
    file = source(text)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # invalid escapes
        tree = ast.parse(text)
    module = parse(file, "m", False)
    assert module.broken == ()
    return FromAst(text).many(tree.body), FromIr(file).many(module.body)


@pytest.mark.parametrize("path", _sample(), ids=lambda path: path.as_posix())
def test_a_file_of_the_standard_library(path: Path) -> None:
    text = _text(LIBRARY / path)
    if text is None:
        pytest.skip("not UTF-8")
    assert difference(*forms(text)) is None


STRINGS = r'''a = '\x41\u00e9\U0001F600\N{BULLET}\101\0\a\q' "b" R'\n' u'c' """d
e""" '\
f' '' """"""
b = b'\x41\xff\377\q' rb'\x' B"" Rb'\\'
c = '\777'
d = '\ud800'
'''

SNIPPETS = {
    "star of an attribute": """
f(*a.b, *c[0], *d(), *e + g, *h or i)
x = [*a.b(), *c + d, *e[0].f]
""",
    "star in a subscript": """
x[*a]
x[*a.b]
x[a, *b]
x[a,]
""",
    "walrus of a condition": """
if (a := b if c else d): pass
((a := b) if c else d)
""",
    "union in an annotation": """
x: A[b] | C | D = 1
def f(a: A[b] | C[d] | None | E): pass
""",
    "bit operators": """
a & b ^ c
a ^ b & c ^ d
a & b ^ c & d | e
a & (b ^ c)
(a ^ b) & c
""",
    "parenthesised targets": """
for a, (b) in c: pass
(x): int = 1
(y) = 2
[z for (z) in w]
for (
  v
) in c: pass
""",
    "attribute of type()": """
type(a).b = c
type(a).b.c = d
type(a, b)[0] = 1
type = 3
type(a)
""",
    "format with =": """
f'{a:=10}'
f'{a:=^30}'
f"{'x':=^10}"
""",
    "f-string": """
f'{a!r:>{b}}{{c}} {d=} {e = !s} {g=:x}' 'h' f"{i['j']}" rf'\\d{k}'
""",
    "f-string of constants": """
f'{1}{2.50}{None}' f'' 'x'
f''
f'{{}}'
""",
    "comments between": """
f(  # a
  b,  # c
  # d
  e=1  # f
)
x = [  # g
  1, # h
  2
]
y = (a  # i
  + b)
""",
    "continuations": """
x = a + \\
  b
assert a, \\
  b
return_ = not \\
  a
from a import \\
  b as \\
  c
""",
    "positions after non-ascii": """
é = 'ü'; f('漢字', é.ö(ß))
x = '😀' + g(1)
""",
    "identifiers in NFKC": """
ﬁ = 1
x.ﬁ = ﬁ
""",
    "numbers": """
0, 00, 1_0, 0x_FF, 0o17, 0b1_0, 1., .5, 1e3, 1_0.5e-1, 2**63, 18446744073709551615
""",
    "numbers beyond": """
18446744073709551616, 1j, 1.5J, 0xFFFFFFFFFFFFFFFFFFFF, 1e999
""",
    "strings": STRINGS,
    "with": """
with (a as b, c as d,): pass
with (a): pass
with (a as b): pass
with (a(), b): pass
with (
  a as b  # c
): pass
with (yield_) as b, c: pass
with a as (b, c): pass
""",
    "try": """
try: a
except* (B, C) as d: e
try: a
except: b
else: c
finally: d
""",
    "parameters": """
def f(a, b: int = 1, /, c=2, *, d, e: str = 'x', **g): pass
def h(*a: b, c): pass
lambda a, /, *b, c=1, **d: a
""",
    "generators": """
def f():
  x = yield
  yield from y
def g():
  lambda: (yield)
  def h(): yield
async def i(): yield 1
""",
    "elif": """
if a: b
elif c: d
elif e: f
else: g
""",
    "match": """
match a, b:
 case -1 | 'x' | A.b | None: pass
 case (c): pass
 case {'k': d, **e} if f: pass
 case [g, *h] as i: pass
 case P(1, j=k): pass
 case (1 | 2) as l: pass
 case _: pass
 case 1, 2: pass
""",
    "chains": """
a = b = c
a = b, = c
x: int
x += 1, 2
del a, (b, c)
global d, e
import a.b as c, d
from ..e import *
from . import f
""",
    "soft keywords": """
match = 1
print(match, type, case)
match(a)
print = exec
""",
    "decorators": """
@a
@b.c(d)
class E(F, metaclass=G, *h, **i):
  @j
  async def k(self): pass
""",
    "comprehensions": """
{a: b for a, b in c if d if e for f in g}
[x async for x in y]
f(x for x in y)
{*a, b}
{**c, 'd': 1}
""",
}


@pytest.mark.parametrize("text", SNIPPETS.values(), ids=SNIPPETS.keys())
def test_a_construct(text: str) -> None:
    assert difference(*forms(text)) is None


def test_a_difference_is_seen() -> None:
    """The comparison above is worth something only if it tells programs apart."""
    base, _ = forms("f(a, b=1)\n")
    for other in ("f(a, b=2)\n", "f(a, c=1)\n", "f(b, b=1)\n", "f(a,  b=1)\n", "f(a, b=1); x\n", "f(a, b='1')\n"):
        assert difference(base, forms(other)[1]) is not None
