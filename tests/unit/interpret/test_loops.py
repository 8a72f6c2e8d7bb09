"""What holds in and after loops, and after exceptions and contexts?"""

from tests.unit.interpret.programs import check


def test_a_short_list_is_gone_through_member_by_member() -> None:
    check(
        """
        for name in ["a", "b"]:
            pickle.loads(name)  #= 'a' ; 'b'
        pickle.loads(name)  #= 'b'
        total = 0
        for i in range(3):
            total += i
        pickle.loads(total)  #= 3
        for i in range(100):
            last = i
        pickle.loads(last)  #= <int>
        """
    )


def test_a_loop_over_what_is_not_listed_may_run_any_number_of_times() -> None:
    check(
        """
        def f(items):
            x = 0
            for item in items:
                x = 1
            pickle.loads(x)  #= 0 | 1
            seen = []
            for item in items:
                seen.append(item)
            pickle.loads(seen[0])  #= @parameter:items ?
            current = "start"
            for item in items:
                pickle.loads(current)  #= 'start' ; 'next' | 'start'
                current = "next"
        """
    )


def test_else_break_and_continue() -> None:
    check(
        """
        def f(items):
            for item in items:
                if item:
                    found = "yes"
                    break
            else:
                found = "no"
            pickle.loads(found)  #= 'no' | 'yes'
            x = 0
            for item in items:
                if item:
                    x = 1
                    continue
                    x = 2
                x = 3
            pickle.loads(x)  #= 0 | 1 | 3
            for n in [1, 2, 3]:
                if n == 2:
                    break
            pickle.loads(n)  #= 2
            for n in [1, 2]:
                pass
            else:
                pickle.loads(n)  #= 2
            for n in [1, 2]:
                break
            else:
                pickle.loads(n)  #= never
        """
    )


def test_while_loops() -> None:
    check(
        """
        def f(more):
            while True:
                x = 1
                if more():
                    x = 2
                    break
            pickle.loads(x)  #= 2
            n = 0
            while more():
                n = 1
            else:
                m = 5
            pickle.loads(n)  #= 0 | 1
            pickle.loads(m)  #= 5
            while True:
                if more():
                    return
            pickle.loads("after")  #= never
        def g(stream):
            while chunk := stream.read():
                pickle.loads([chunk])  #= <list> @parameter:stream
            k = 0
            while k < 10:
                k += 1
            pickle.loads(k)  #= 0 ?grows in a loop
        """
    )


def test_try_in_a_loop() -> None:
    check(
        """
        def f(items):
            model = None
            for item in items:
                try:
                    model = item.open()
                except OSError:
                    continue
                finally:
                    tried = True
                break
            pickle.loads(model)  #= None @parameter:items ?
            for attempt in range(3):
                try:
                    data = "ok"
                    break
                except ValueError:
                    data = "failed"
            pickle.loads(data)  #= 'failed' | 'ok'
        """
    )


def test_exceptions() -> None:
    check(
        """
        def f(g):
            try:
                x = 1
                g()
                x = 2
            except ValueError as error:
                pickle.loads(x)  #= 1 | 2
                x = 3
            else:
                pickle.loads(x)  #= 2
            finally:
                done = True
            pickle.loads(x)  #= 2 | 3
            pickle.loads(done)  #= True
            try:
                y = 1
            except ValueError:
                return
            pickle.loads(y)  #= 1
            try:
                import fast as impl
            except ImportError:
                impl = None
            pickle.loads(impl)  #= None | fast
            try:
                raise ValueError
            except ValueError:
                pickle.loads("raised")  #= 'raised'
            try:
                return 1
            finally:
                pickle.loads("finally")  #= 'finally'
            pickle.loads("after")  #= never
        """
    )


def test_a_jump_out_of_a_try_sees_the_finally() -> None:
    check(
        """
        def value(flag):
            state = {"x": 1}
            try:
                if flag:
                    return state
            finally:
                state["x"] = 2
            return state
        pickle.loads(value(unknown())["x"])  #= 2
        """
    )


def test_an_exception_leaves_what_was_changed_before_it() -> None:
    check(
        """
        def f(g):
            d = {"x": 1}
            try:
                d["x"] = 2
                g()
                d["x"] = 3
            except ValueError:
                pickle.loads(d["x"])  #= 1 | 2 | 3
        """
    )


def test_with_statements() -> None:
    check(
        """
        import contextlib
        class Box:
            def __init__(self, content):
                self.content = content
            def __enter__(self):
                return self.content
            def __exit__(self, *args):
                return None
        with Box("inside") as x, Box("second") as y:
            pickle.loads(x + y)  #= 'insidesecond'
        @contextlib.contextmanager
        def opened(name):
            yield name + ".pkl"
        with opened("model") as path:
            pickle.loads(path)  #= 'model.pkl'
        class Nested:
            def __enter__(self):
                return self
            def get(self):
                return "got"
        with Nested() as n:
            pickle.loads(n.get())  #= 'got'
        """
    )


def test_suppressed_exceptions_end_the_block() -> None:
    check(
        """
        import contextlib
        def f():
            x = 1
            with contextlib.suppress(ValueError):
                x = 2
                raise ValueError
            pickle.loads(x)  #= 1 | 2
        """
    )
