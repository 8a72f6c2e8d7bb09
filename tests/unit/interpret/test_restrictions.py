"""Is it seen what a `find_class` lets through, whatever way it is written in?"""

import textwrap

import pytest

from analyzer.interpret.facts import Restriction
from tests.unit.interpret.programs import run

PRELUDE = """
import builtins
import importlib
import re
import sys

SAFE = {"range", "complex", "set"}
PAIRS = {("numpy", "ndarray"), ("numpy", "dtype")}
MODS = {"numpy", "pandas"}
MAP = {("a", "B"): int, ("c", "D"): float}
BYMOD = {"numpy": {"ndarray"}, "collections": {"OrderedDict"}}
FULL = frozenset(["numpy.ndarray", "builtins.set"])
"""


def judged(body: str) -> Restriction:
    """What is said of a subclass of `pickle.Unpickler` with this body."""
    methods = textwrap.indent(textwrap.dedent(body), "    ")
    use = "def load(file, *more):\n    return Own(file, *more).load()\n"
    found = run(f"{PRELUDE}\n\nclass Own(pickle.Unpickler):\n{methods}\n\n{use}").only.restriction
    assert found is not None
    return found


@pytest.mark.parametrize(
    "body",
    [
        """
        def find_class(self, module, name):
            if module == "builtins" and name in SAFE:
                return getattr(builtins, name)
            raise pickle.UnpicklingError("global '%s.%s' is forbidden" % (module, name))
        """,
        """
        def find_class(self, module, name):
            if (module, name) in PAIRS:
                return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            full = f"{module}.{name}"
            if full not in FULL:
                raise ValueError(full)
            return super().find_class(module, name)
        """,
        """
        def find_class(self, module, name):
            try:
                return MAP[module, name]
            except KeyError:
                raise ValueError
        """,
        """
        allowed = {"numpy": ("ndarray",)}

        def find_class(self, module, name):
            if module in self.allowed and name in self.allowed[module]:
                return pickle.Unpickler.find_class(self, module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            if name not in BYMOD.get(module, set()):
                raise ValueError
            return getattr(importlib.import_module(module), name)
        """,
        """
        def find_class(self, module, name):
            raise ValueError
        """,
        """
        def _ok(self, module, name):
            return (module, name) in PAIRS

        def find_class(self, module, name):
            if not self._ok(module, name):
                raise ValueError
            __import__(module)
            return getattr(sys.modules[module], name)
        """,
        """
        def find_class(self, module, name):
            key = (module, name)
            if key in MAP:
                return MAP[key]
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            if module + "." + name in FULL:
                return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            for m, n in PAIRS:
                if module == m and name == n:
                    return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            if module == "numpy" and name in ("ndarray", "dtype") or module == "collections" and name == "OrderedDict":
                return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            key = (module, name)
            if key not in PAIRS:
                raise ValueError
            return super().find_class(module, name)
        """,
        """
        def find_class(self, module, name):
            cls = MAP.get((module, name))
            if cls is None:
                raise ValueError
            return cls
        """,
        """
        ALLOWED = {"numpy.ndarray"}

        def find_class(self, module, name):
            if f"{module}.{name}" not in type(self).ALLOWED:
                raise ValueError
            return super().find_class(module, name)
        """,
        """
        ALLOWED = {"numpy.ndarray"}

        def find_class(self, module, name):
            if "%s.%s" % (module, name) not in self.__class__.ALLOWED:
                raise ValueError
            return super().find_class(module, name)
        """,
        """
        def find_class(self, module, name):
            key = "{}.{}".format(module, name)
            if key in ("a.B", "c.D"):
                return getattr(sys.modules[module], name)
            raise pickle.UnpicklingError
        """,
        """
        def find_class(self, module, name):
            if (module, name) in PAIRS:
                return super().find_class(module, name)
            return dict
        """,
        """
        def __init__(self, f):
            super().__init__(f)
            self.ok = {("a", "B")}

        def find_class(self, module, name):
            if (module, name) in self.ok:
                return super().find_class(module, name)
            raise ValueError
        """,
    ],
)
def test_a_fixed_list_of_pairs_decides(body: str) -> None:
    assert judged(body).verdict == "listed"


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (
            """
            def find_class(self, module, name):
                if module in MODS:
                    return super().find_class(module, name)
                raise ValueError
            """,
            "every name",
        ),
        (
            """
            def find_class(self, module, name):
                if module.startswith("numpy"):
                    return super().find_class(module, name)
                raise ValueError
            """,
            "a part",
        ),
        (
            """
            def find_class(self, module, name):
                if module == "os":
                    raise ValueError
                return super().find_class(module, name)
            """,
            "some names",
        ),
        (
            """
            def find_class(self, module, name):
                if module in ("os", "posix") or name in ("eval",):
                    raise ValueError
                return super().find_class(module, name)
            """,
            "some names",
        ),
        (
            """
            def find_class(self, module, name):
                if module == "old":
                    module = "new"
                return super().find_class(module, name)
            """,
            "some names",
        ),
        (
            """
            def find_class(self, module, name):
                try:
                    self.check(module, name)
                except ValueError:
                    print("not allowed")
                return super().find_class(module, name)

            def check(self, module, name):
                if (module, name) not in PAIRS:
                    raise ValueError
            """,
            "no fixed list",
        ),
        (
            """
            def find_class(self, module, name):
                if module.split(".")[0] in MODS:
                    return super().find_class(module, name)
                raise ValueError
            """,
            "a part",
        ),
        (
            """
            def find_class(self, module, name):
                if any(module.startswith(p) for p in MODS):
                    return super().find_class(module, name)
                raise ValueError
            """,
            "a part",
        ),
        (
            """
            def find_class(self, module, name):
                if (module, name) in {("builtins", "getattr"), ("numpy", "dtype")}:
                    return super().find_class(module, name)
                raise ValueError
            """,
            "builtins.getattr",
        ),
        (
            """
            def find_class(self, module, name):
                if name in SAFE:
                    return super().find_class(module, name)
                raise ValueError
            """,
            "every module",
        ),
        (
            """
            def find_class(self, module, name):
                if module not in MODS and (module, name) not in PAIRS:
                    raise ValueError
                return super().find_class(module, name)
            """,
            "every name",
        ),
        (
            """
            def find_class(self, module, name):
                if module == "builtins":
                    return getattr(builtins, name)
                raise ValueError
            """,
            "every name",
        ),
        (
            """
            def find_class(self, module, name):
                if (module, name) not in PAIRS:
                    print("suspicious", module, name)
                return super().find_class(module, name)
            """,
            "no fixed list",
        ),
        (
            """
            def find_class(self, module, name):
                if (module, name) in {("os", "system"), ("builtins", "eval")}:
                    raise ValueError
                return super().find_class(module, name)
            """,
            "some names",
        ),
        (
            """
            def find_class(self, module, name):
                try:
                    return super().find_class(module, name)
                except ModuleNotFoundError:
                    return dict
            """,
            "no fixed list",
        ),
        (
            """
            def find_class(self, module, name):
                if module == "torch.storage" and name == "_load_from_bytes":
                    return lambda b: len(b)
                else:
                    return super().find_class(module, name)
            """,
            "no fixed list",
        ),
        (
            """
            def find_class(self, module, name):
                if module.split(".", 1)[0] == "numpy":
                    return super().find_class(module, name)
                raise ValueError
            """,
            "a part",
        ),
    ],
)
def test_what_gets_past_it_is_said(body: str, why: str) -> None:
    found = judged(body)
    assert found.verdict == "bypassable"
    assert why in found.why


@pytest.mark.parametrize(
    "body",
    [
        """
        def find_class(self, module, name):
            match (module, name):
                case ("numpy", "ndarray"):
                    return super().find_class(module, name)
            raise ValueError
        """,
        """
        def __init__(self, f, allowed):
            super().__init__(f)
            self.allowed = allowed

        def find_class(self, module, name):
            if (module, name) not in self.allowed:
                raise ValueError
            return super().find_class(module, name)
        """,
        """
        def find_class(self, module, name):
            import policy
            if policy.allows(module, name):
                return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            if re.match("numpy.*", module):
                return super().find_class(module, name)
            raise ValueError
        """,
        """
        def find_class(self, module, name):
            if module not in sys.modules:
                raise ValueError
            return getattr(sys.modules[module], name)
        """,
        """
        def find_class(self, module, name):
            return eval(f"{module}.{name}")
        """,
    ],
)
def test_what_cannot_be_followed_is_no_claim(body: str) -> None:
    assert judged(body).verdict == "undecided"


def test_a_function_that_is_put_into_the_unpickler_is_judged() -> None:
    program = run("""
        def only(module, name):
            if (module, name) == ("numpy", "dtype"):
                return getattr(__import__(module), name)
            raise ValueError

        def load(file):
            own = pickle.Unpickler(file)
            own.find_class = only
            return own.load()
        """)
    assert program.only.restriction is not None
    assert program.only.restriction.verdict == "listed"


def test_a_list_of_another_module_decides() -> None:
    program = run(
        """
        from lists import ALLOWED

        class Own(pickle.Unpickler):
            def find_class(self, module, name):
                if (module, name) not in ALLOWED:
                    raise ValueError
                return super().find_class(module, name)

        def load(file):
            return Own(file).load()
        """,
        lists="ALLOWED = frozenset({('numpy', 'dtype')} | {('numpy', 'ndarray')})",
    )
    assert program.only.restriction is not None
    assert program.only.restriction.verdict == "listed"


def test_content_is_what_the_constructor_of_the_base_was_given() -> None:
    program = run("""
        class Own(pickle.Unpickler):
            def __init__(self, file):
                super().__init__(file)

        def load(path):
            return Own(open(path, "rb")).load()
        """)
    assert program.only.receiver is not None
    assert {each.kind for each in program.only.receiver.origins} == {"parameter"}


@pytest.mark.parametrize(
    "load", ["pickle.load(Stream(path))", "pickle.Unpickler(Stream(path)).load()", "Own(Stream(path)).load()"]
)
def test_a_stream_of_the_project_holds_what_it_reads(load: str) -> None:
    program = run(f"""
        class Stream:
            def __init__(self, path):
                self.file = open(path, "rb")

            def read(self, size):
                return self.file.read(size)

        class Own(pickle.Unpickler):
            pass

        def main(path):
            return {load}
        """)
    (fact,) = program.loads
    assert fact.subject is not None
    assert {each.kind for each in fact.subject.origins} == {"parameter"}


def test_what_a_stream_without_read_holds_is_not_known() -> None:
    program = run("""
        class Stream:
            def __init__(self, path):
                self.file = open(path, "rb")

        def main(path):
            return pickle.load(Stream(path))
        """)
    (fact,) = program.loads
    assert fact.subject is not None
    assert fact.subject.unknown
