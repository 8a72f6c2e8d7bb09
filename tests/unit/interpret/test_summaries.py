"""Is a call that was seen before answered as if it were run again?"""

from tests.unit.interpret.content import calls
from tests.unit.interpret.programs import check, run


def test_a_file_that_was_written_between_two_calls_is_read_anew() -> None:
    found = calls(
        """
        def read():
            return joblib.load("a.joblib")
        read()
        urllib.request.urlretrieve("https://example.com/x", "a.joblib")
        read()
        """,
        "load.pickle",
    )
    assert [{each.kind for each in call.subject.origins} for call in found if call.subject] == [set(), {"download"}]


def test_two_callers_get_their_own_traces() -> None:
    program = run(
        """
        import os
        def wrap(x):
            y = x
            return y
        def a():
            one = os.environ["A"]
            pickle.loads(wrap(one))
        def b():
            other = os.environ["A"]
            pickle.loads(wrap(other))
        a()
        b()
        """
    )
    first, second = program.loads
    assert [line for line, _ in program.steps(first)] == [8, 8, 9, 5, 9]
    assert [line for line, _ in program.steps(second)] == [11, 11, 12, 5, 12]


def test_a_function_that_changes_its_argument_does_so_at_each_call() -> None:
    check(
        """
        def fill(d, key):
            d[key] = key + "!"
        a, b = {}, {}
        fill(a, "x")
        fill(b, "x")
        pickle.loads((a.get("x"), b.get("x")))  #= ('x!', 'x!')
        fill(a, "x")
        fill(a, "y")
        pickle.loads((a["x"], a["y"]))  #= ('x!', 'y!')
        def push(xs):
            xs.append(len(xs))
            return xs
        xs = []
        push(xs)
        push(xs)
        push(xs)
        pickle.loads((len(xs), xs[2]))  #= (3, 2)
        """
    )


def test_a_function_that_makes_an_object_makes_another_at_each_call() -> None:
    check(
        """
        def make(x):
            return {"x": x}
        a = make(1)
        b = make(1)
        b["x"] = 2
        pickle.loads(a["x"])  #= 1
        c = make(1)
        pickle.loads(c["x"])  #= 1
        pickle.loads(b["x"])  #= 2
        """
    )


def test_a_function_that_reads_a_global_sees_its_present_value() -> None:
    check(
        """
        x = 1
        table = {"k": 1}
        def get():
            return (x, table["k"])
        pickle.loads(get())  #= (1, 1)
        x = 2
        table["k"] = 3
        pickle.loads(get())  #= (2, 3)
        """
    )


def test_a_closure_sees_the_variables_of_its_own_maker() -> None:
    check(
        """
        def outer(n):
            def inner():
                return n
            return inner
        one, two = outer(1), outer(2)
        pickle.loads((one(), two()))  #= (1, 2)
        makers = [outer(n) for n in (3, 4)]
        pickle.loads(makers[0]())  #= 3
        def counter():
            n = {"n": 0}
            def up():
                n["n"] += 1
                return n["n"]
            return up
        up = counter()
        up()
        pickle.loads(up())  #= 2
        """
    )


def test_a_method_called_twice_on_one_object_sees_its_state() -> None:
    check(
        """
        class Counter:
            def __init__(self):
                self.n = 0
            def up(self):
                self.n += 1
                return self.n
        c = Counter()
        c.up()
        pickle.loads(c.up())  #= 2
        d = Counter()
        pickle.loads(d.up())  #= 1
        """
    )


def test_a_check_in_a_function_counts_for_its_caller() -> None:
    check(
        """
        import hashlib
        def verify(data, digest):
            if hashlib.sha256(data).hexdigest() != digest:
                raise ValueError
        def f(body, digest):
            verify(body, digest)
            pickle.loads([body])  #= <list> @verified:a function of the project has compared its digest
        def g(body, digest):
            verify(body, digest)
            pickle.loads([body])  #= <list> @verified:a function of the project has compared its digest
        def h(body, digest):
            pickle.loads([body])  #= <list> @parameter:body
        """
    )


def test_a_call_that_fails_for_one_argument_only_fails_for_that() -> None:
    check(
        """
        def need(x):
            if x is None:
                raise ValueError
            return x
        def f():
            need("a")
            pickle.loads("first")  #= 'first'
            need(None)
            pickle.loads("second")  #= never
        def g():
            need("a")
            pickle.loads("third")  #= 'third'
        """
    )
