"""Which code does a call reach, with which arguments, and what does it give back?"""

from tests.unit.interpret.programs import check, run


def test_arguments_reach_their_parameters() -> None:
    check(
        """
        def f(a, b=2, *rest, c=3, **more):
            pickle.loads((a, b, rest, c))  #= (1, 2, (), 3) ; (1, 5, (6), 7) ; (8, 9, (), 3)
            pickle.loads(more.get("d"))  #= 4 ; None
        f(1)
        f(1, 5, 6, c=7, d=4)
        f(b=9, a=8)
        """
    )


def test_keyword_dicts_and_argument_lists_are_expanded() -> None:
    program = run(
        """
        import torch
        cfg = {"weights_only": False}
        cfg["map_location"] = "cpu"
        torch.load("m.pt", **cfg)
        args = ["a.pt", "cuda"]
        torch.load(*args, **{**cfg, "map_location": None})
        def f(**kwargs):
            torch.load("k.pt", **kwargs)
        f(weights_only=True)
        def g(*args, **kwargs):
            return f(*args, **kwargs)
        g(weights_only=None)
        """
    )
    seen = [{name: value.constant for name, value in fact.args.items()} for fact in program.facts.calls]
    assert seen == [
        {"f": "m.pt", "weights_only": False, "map_location": "cpu"},
        {"f": "a.pt", "map_location": None, "weights_only": False},
        {"f": "k.pt", "weights_only": True},
        {"f": "k.pt", "weights_only": None},
    ] or seen[1] == {"f": "a.pt", "map_location": None, "weights_only": False}
    assert [fact.open for fact in program.facts.calls] == ["", "", "", ""]


def test_arguments_that_may_be_missing_are_said_to_be_open() -> None:
    program = run(
        """
        import torch
        def f(path, options, *rest, **kwargs):
            torch.load(path, **kwargs)
            torch.load(path, **options)
            torch.load(*rest)
            torch.load(path, **{"weights_only": True, **options})
            opts = {"weights_only": True}
            opts.update(options)
            torch.load(path, **opts)
            kwargs["weights_only"] = True
            torch.load(path, **kwargs)
            kwargs.setdefault("weights_only", False)
            torch.load(path, **kwargs)
        """
    )
    assert [bool(fact.open) for fact in program.facts.calls] == [True] * 7
    weights = [fact.args.get("weights_only") for fact in program.facts.calls]
    assert weights[:3] == [None, None, None]
    assert [value.constant for value in weights[5:] if value is not None] == [True, True]
    for value in weights[3:5]:  # the options may say otherwise
        assert value is not None
        assert value.unknown


def test_functions_defined_after_use_and_functions_in_functions() -> None:
    check(
        """
        def f():
            return later("x")
        def later(x):
            return x + "!"
        pickle.loads(f())  #= 'x!'
        def outer(n):
            def inner(k):
                return n + k
            return inner
        add = outer(2)
        pickle.loads(add(3))  #= 5
        pickle.loads(outer(10)(1))  #= 11
        pickle.loads((lambda a, b=4: a + b)(1))  #= 5
        key = lambda: "key"
        pickle.loads(key())  #= 'key'
        """
    )


def test_nonlocal_and_global_names() -> None:
    check(
        """
        path = "start"
        def change():
            global path
            path = "changed"
        change()
        pickle.loads(path)  #= 'changed' | 'start'
        def outer():
            n = 1
            def inner():
                nonlocal n
                n = 2
            inner()
            pickle.loads(n)  #= 1 | 2
        outer()
        """
    )


def test_a_global_that_some_function_sets_is_not_what_the_module_gave_it() -> None:
    check(
        """
        model, cache, ready = None, {}, False
        def use():
            if model is None:
                pickle.loads("none")  #= 'none'
            else:
                pickle.loads("set")  #= 'set'
            if ready:
                pickle.loads("ready")  #= 'ready'
            if "key" in cache:
                pickle.loads("cached")  #= 'cached'
            if cache:
                pickle.loads("not empty")  #= 'not empty'
            for each in cache:
                pickle.loads("member")  #= 'member'
            pickle.loads(cache.get("key"))  #= ?
            pickle.loads(cache.get("other"))  #= None ?`cache` may have been filled since
        def fill():
            global model, ready
            model, ready = make(), True
            cache["key"] = make()
        """
    )


def test_partial_of_functions_of_the_project_and_of_libraries() -> None:
    program = check(
        """
        import functools, torch
        from functools import partial
        def f(a, b, c=0):
            pickle.loads((a, b, c))  #= (1, 2, 3) ; (1, 5, 0)
        g = functools.partial(f, 1, c=3)
        g(2)
        partial(partial(f, 1), 5)()
        load = partial(torch.load, map_location="cpu", weights_only=False)
        load("m.pt")
        load("n.pt", weights_only=True)
        """
    )
    torch = [fact for fact in program.facts.calls if fact.name == "torch.load"]
    assert [
        (fact.args["f"].constant, fact.args["map_location"].constant, fact.args["weights_only"].constant)
        for fact in torch
    ] == [("m.pt", "cpu", False), ("n.pt", "cpu", True)]


def test_getattr_setattr_and_dispatch() -> None:
    check(
        """
        import os
        class C:
            x = 1
            def m(self):
                return "m"
        c = C()
        pickle.loads(getattr(c, "x"))  #= 1
        pickle.loads(getattr(c, "m")())  #= 'm'
        pickle.loads(getattr(c, "missing", "default"))  #= 'default' | def missing ?
        setattr(c, "y", 2)
        pickle.loads(c.y)  #= 2
        getattr(pickle, "loads")("by name")  #= 'by name'
        def a(): return "a"
        def b(): return "b"
        TABLE = {"a": a, "b": b}
        pickle.loads(TABLE["a"]())  #= 'a'
        pickle.loads(TABLE[os.name]())  #= 'a' | 'b'
        pickle.loads(TABLE.get("b", a)())  #= 'b'
        LOADERS = {".pkl": pickle.loads}
        LOADERS[".pkl"]("through a table")  #= 'through a table'
        f = a if c() else b
        pickle.loads(f())  #= 'a' | 'b'
        for f in (a, b):
            pickle.loads(f())  #= 'a' ; 'b'
        """
    )


def test_decorators() -> None:
    check(
        """
        import functools
        def logged(f):
            @functools.wraps(f)
            def wrapper(*args, **kwargs):
                return f(*args, **kwargs)
            return wrapper
        def suffix(end):
            def decorate(f):
                def wrapper(x):
                    return f(x) + end
                return wrapper
            return decorate
        @logged
        def f(x, y="y"):
            return x + y
        @suffix(".pkl")
        @logged
        def g(x):
            return x
        @functools.lru_cache(maxsize=None)
        def h():
            return "cached"
        @unknown_decorator
        def k():
            return "kept"
        pickle.loads(f("x"))  #= 'xy'
        pickle.loads(f("x", y="z"))  #= 'xz'
        pickle.loads(g("m"))  #= 'm.pkl'
        pickle.loads(h())  #= 'cached'
        pickle.loads(k())  #= 'kept'
        """
    )


def test_generators_and_coroutines() -> None:
    check(
        """
        import asyncio
        def numbers():
            yield 1
            yield 2
        def more():
            yield from numbers()
            yield 3
        for n in more():
            pickle.loads(n)  #= 1 | 2 | 3
        pickle.loads(list(numbers())[0])  #= 1 | 2
        pickle.loads(next(numbers()))  #= 1 | 2
        async def fetch():
            return "body"
        async def main():
            pickle.loads(await fetch())  #= 'body'
            async with opened() as f:
                pickle.loads("in")  #= 'in'
            async for x in stream():
                pickle.loads("loop")  #= 'loop'
        asyncio.run(main())
        """
    )


def test_recursion_ends_with_what_is_known() -> None:
    check(
        """
        def down(n):
            if n == 0:
                return "bottom"
            return down(n - 1)
        pickle.loads(down(unknown()))  #= 'bottom' ?recursion
        def even(n):
            return True if n == 0 else odd(n - 1)
        def odd(n):
            return False if n == 0 else even(n - 1)
        pickle.loads(even(unknown()))  #= False | True ?recursion
        """
    )


def test_deep_chains_are_followed_to_a_limit() -> None:
    chain = "\n".join(f"def f{i}(x):\n    return f{i + 1}(x)" for i in range(6))
    check(f"{chain}\ndef f6(x):\n    return pickle.loads(x)  #= 'deep'\nf1('deep')")
    program = run(f"{chain}\ndef f6(x):\n    return x\npickle.loads(f0('too deep'))")
    assert program.described(program.only) == "?calls nested too deep"


def test_a_function_that_does_not_return_ends_its_caller() -> None:
    check(
        """
        import sys
        def fail(why):
            raise SystemExit(why)
        def leave():
            sys.exit(1)
        def f(x):
            if not x:
                fail("no")
            elif x == 1:
                leave()
            else:
                y = 1
            pickle.loads(y)  #= 1
        fail("end")
        pickle.loads("after")  #= never
        """
    )


def test_names_of_other_modules_may_be_replaced() -> None:
    check(
        """
        import json, torch
        import helper
        json.loads = pickle.loads
        json.loads("patched")  #= 'patched'
        helper.path = "patched"
        pickle.loads(helper.path)  #= 'original' | 'patched'
        class C:
            kind = "k"
        C.kind = "set"
        pickle.loads(C.kind)  #= 'k' | 'set'
        """,
        helper="path = 'original'",
    )


def test_maps_and_callbacks() -> None:
    check(
        """
        def up(x):
            return x.upper()
        pickle.loads(list(map(up, ["a"]))[0])  #= 'A'
        pickle.loads(list(map(lambda x: x * 2, ["a", "b"]))[1])  #= 'bb'
        pickle.loads(list(filter(None, ["a"]))[0])  #= 'a'
        def apply(f, *args):
            return f(*args)
        pickle.loads(apply(up, "z"))  #= 'Z'
        apply(pickle.loads, "inner")
        """.replace("return f(*args)", "return f(*args)  #= 'inner'")
    )


def test_what_came_by_arguments_that_could_not_be_expanded_keeps_its_origin() -> None:
    check(
        """
        def read(path, kind="k", **more):
            pickle.loads(path)  #= @parameter:options ? ; @parameter:rest ? ; @parameter:path ?
            pickle.loads(more["x"])  #= @parameter:options ? ; @parameter:rest ? ; @parameter:more ?
        def f(options):
            read(**options)
        def g(*rest):
            read(*rest)
        def h(options):
            pickle.loads(dict(**options)["x"])  #= @parameter:options ?
            pickle.loads(thing(**options))  #= @parameter:options ?
        """
    )
