"""What do names mean across the modules of a project?"""

import pytest

from tests.unit.interpret.programs import check, run


def test_imports_of_all_shapes() -> None:
    check(
        """
        import helper
        import helper as h
        import pkg.sub
        import pkg.sub as ps
        from helper import path, make as build
        from pkg import VALUE
        from pkg.sub import *
        from pkg import sub
        pickle.loads(helper.path)  #= 'h.pkl'
        pickle.loads(h.make("x"))  #= 'hx'
        pickle.loads(path)  #= 'h.pkl'
        pickle.loads(build("y"))  #= 'hy'
        pickle.loads(pkg.sub.name)  #= 'sub'
        pickle.loads(ps.name)  #= 'sub'
        pickle.loads(name)  #= 'sub'
        pickle.loads(sub.name)  #= 'sub'
        pickle.loads(VALUE)  #= 'from sub'
        pickle.loads(pkg.reexported("z"))  #= 'hz'
        pickle.loads(pkg.sub.TABLE["k"])  #= 1
        """,
        helper="""
        path = "h.pkl"
        def make(x):
            return "h" + x
        """,
        pkg____init__="""
        from .sub import name as _name
        from .sub import deep
        from helper import make as reexported
        VALUE = "from " + _name
        """,
        pkg__sub="""
        from . import other
        from .other import deep
        name = "sub"
        TABLE = {"k": 1}
        """,
        pkg__other="""
        deep = "deep"
        """,
    )


def test_functions_read_the_globals_of_their_own_module() -> None:
    check(
        """
        from helper import where, Thing, change, box
        ROOT = "mine/"
        pickle.loads(where())  #= 'theirs/x'
        pickle.loads(Thing().where())  #= 'theirs/y'
        pickle.loads(Thing.default)  #= 'theirs/z'
        change()
        pickle.loads(box["k"])  #= 2 ?`box` may have been filled since
        """,
        helper="""
        ROOT = "theirs/"
        box = {"k": 1}
        def where():
            return ROOT + "x"
        class Thing:
            default = ROOT + "z"
            def where(self):
                return ROOT + "y"
        def change():
            box["k"] = 2
        """,
    )


def test_modules_that_import_each_other() -> None:
    check(
        """
        from a import fa, X
        pickle.loads(fa())  #= 'b then a'
        pickle.loads(X)  #= 'a'
        """,
        a="""
        import b
        X = "a"
        def fa():
            return b.fb()
        """,
        b="""
        from a import X
        import a
        def fb():
            return "b then " + a.X
        """,
    )


def test_an_import_that_may_fail() -> None:
    check(
        """
        try:
            import cPickle as p
        except ImportError:
            import pickle as p
        p.loads("either")  #= 'either'
        try:
            from fast import loads
        except ImportError:
            from pickle import loads
        loads("one")  #= 'one'
        if unknown():
            from helper import f
        else:
            def f():
                return "own"
        pickle.loads(f())  #= 'helper' | 'own'
        """,
        helper="""
        def f():
            return "helper"
        """,
    )


def test_imports_inside_functions() -> None:
    check(
        """
        def f():
            from helper import path
            import pickle as pk
            pk.loads(path)  #= 'h.pkl'
        """,
        helper="path = 'h.pkl'",
    )


def test_an_alias_of_the_function_is_the_function() -> None:
    check(
        """
        from pickle import loads as decode
        read = pickle.loads
        def f():
            decode("in f")  #= 'in f'
        def g():
            read("in g")  #= 'in g'
        def h(reader=read):
            reader("in h")  #= 'in h'
        """
    )


def test_a_wrapper_in_another_module_is_entered_with_the_callers_arguments() -> None:
    check(
        """
        from helper import load
        load("mine")
        """,
        helper="""
        import pickle
        def load(x):
            return pickle.loads(x)  #= 'mine'
        """,
    )


def test_a_body_like_that_of_a_notebook() -> None:
    check(
        """
        path = "first.pkl"
        def show():
            pickle.loads(path)  #= 'first.pkl' ; 'second.pkl'
        show()
        path = "second.pkl"
        show()
        """
    )


def test_a_function_that_nothing_calls_reads_the_last_value() -> None:
    check(
        """
        path = "first.pkl"
        def show():
            pickle.loads(path)  #= 'second.pkl'
        path = "second.pkl"
        """
    )


def test_a_name_that_is_deleted_is_not_known() -> None:
    check(
        """
        x = 1
        del x
        pickle.loads(x)  #= ?`x` is not defined here
        """
    )


def test_a_name_of_a_module_that_is_not_there() -> None:
    check(
        """
        from .missing import thing
        from nowhere import other
        pickle.loads(thing)  #= ?`.missing` is not in the project
        pickle.loads(other)  #= nowhere.other
        """
    )


@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("def f(x):\n    return shelve.open(x)", True),
        ("from nowhere import *\ndef f(x):\n    return shelve.open(x)", True),
        ("shelve = make()\ndef f(x):\n    return shelve.open(x)", False),
        ("def f(x, shelve):\n    return shelve.open(x)", False),
        ("def f(x):\n    return joblib.load(x)", False),  # it may be installed or not
    ],
)
def test_a_module_of_the_standard_library_that_nobody_imports(code: str, seen: bool) -> None:
    assert bool(run(code).loads) is seen


def test_a_function_whose_name_was_given_to_another_one() -> None:
    program = run("""
        if CONDITION:
            def read(x):
                return pickle.loads(x)
        else:
            def read(x):
                return pickle.loads(x + b"")

        def read(x):
            return None
        """)
    assert len(program.loads) == 2


def test_a_function_that_was_called_before_its_name_was_given_away_is_not_entered_again() -> None:
    program = run("""
        def read(x):
            return pickle.loads(x)

        read(b"own")

        def read(x):
            return None
        """)
    assert [program.described(each) for each in program.loads] == ["b'own'"]
