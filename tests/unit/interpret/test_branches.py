"""Which branches are run, what holds after they meet, and what does a test that passed say?"""

import pytest

from tests.unit.interpret.programs import check


def test_a_branch_that_cannot_be_taken_is_not_run() -> None:
    check(
        """
        DEBUG = False
        if DEBUG:
            pickle.loads("debug")  #= never
        elif 1 + 1 == 2:
            pickle.loads("two")  #= 'two'
        else:
            pickle.loads("else")  #= never
        if __name__ == "__main__":
            pickle.loads("main")  #= 'main'
        while False:
            pickle.loads("while")  #= never
        assert not DEBUG
        for x in []:
            pickle.loads("for")  #= never
        if not {}:
            pickle.loads("empty")  #= 'empty'
        if []:
            pickle.loads("list")  #= never
        """
    )


def test_the_name_of_an_imported_module_is_not_main() -> None:
    check(
        """
        from other import where
        pickle.loads(where)  #= 'other'
        """,
        other="""
        where = "main" if __name__ == "__main__" else __name__
        """,
    )


def test_type_checking_blocks_bind_names_for_annotations_only() -> None:
    check(
        """
        from typing import TYPE_CHECKING
        import typing
        path = "real"
        if TYPE_CHECKING:
            path = "typing"
        if typing.TYPE_CHECKING:
            path = "typing too"
        pickle.loads(path)  #= 'real'
        """
    )


def test_what_holds_after_branches_meet() -> None:
    check(
        """
        def f(flag):
            if flag:
                x, only = 1, "a"
            else:
                x = 2
            pickle.loads(x)  #= 1 | 2
            y = 3 if flag else 4
            pickle.loads(y)  #= 3 | 4
            z = None
            if flag:
                z = open
            pickle.loads(z)  #= None | builtins.open
            d = {"k": 1}
            if flag:
                d["k"] = 2
            pickle.loads(d["k"])  #= 1 | 2
            if flag:
                return
            x = 5
            pickle.loads(x)  #= 5
        """
    )


def test_a_match_statement() -> None:
    check(
        """
        def f(kind):
            match kind:
                case "a":
                    x = 1
                case "b" | "c":
                    x = 2
                case _:
                    x = 3
            pickle.loads(x)  #= 1 | 2 | 3
            match "b":
                case "a":
                    pickle.loads("a")  #= never
                case "b":
                    pickle.loads("b")  #= 'b'
                case _:
                    pickle.loads("other")  #= never
            match kind:
                case str():
                    return
                case _:
                    y = 1
            pickle.loads(y)  #= 1
        """
    )


def test_a_member_of_a_fixed_list_is_the_programs_own() -> None:
    check(
        """
        ALLOWED = ("a.pkl", "b.pkl")
        TABLE = {"a.pkl": 1}
        def f(x, y, z, w):
            if x not in ALLOWED:
                raise ValueError
            pickle.loads(x)  #= 'a.pkl' | 'b.pkl' @verified:a member of a fixed list +bounded +finite +shaped +typed
            if y in TABLE:
                pickle.loads(y)  #= 'a.pkl' @verified:a member of a fixed list +bounded +finite +shaped +typed
            else:
                pickle.loads(y)  #= @parameter:y ?
            assert z in ALLOWED
            pickle.loads(z)  #= 'a.pkl' | 'b.pkl' @verified:a member of a fixed list +bounded +finite +shaped +typed
            while w not in ALLOWED:
                w = input()
            pickle.loads(w)  #= 'a.pkl' | 'b.pkl' @verified:a member of a fixed list +bounded +finite +shaped +typed
        """
    )


@pytest.mark.parametrize(
    ("test", "checks"),
    [
        ("not isinstance(x, bytes)", "+typed"),
        ("not isinstance(x, (bytes, str))", "+typed"),
        ("len(x) != 3", "+shaped +sized"),
        ("len(x) > 100", "+shaped +sized"),
        ("x.shape != (1, 2)", "+shaped"),
        ("x.shape[1] != 2", "+shaped"),
        ("not 0 <= x <= 1", "+bounded +finite"),
        ("not (x >= 0 and 1 > x)", "+bounded +finite"),
        ("not x >= 0", "+bounded +from-below"),
        ("not x < 1", "+bounded +from-above"),
        ("x < 0 or x > 1", "+bounded"),  # NaN is neither
        ("not math.isfinite(x)", "+finite"),
        ("math.isnan(x)", "+finite"),
    ],
)
def test_a_guard_that_leaves(test: str, checks: str) -> None:
    program = check(
        f"""
        import math
        def f(x):
            if {test}:
                raise ValueError
            pickle.loads([x])  #= <list> @parameter:x {checks}
        """.replace(" \n", "\n")
    )
    assert len(program.loads) == 1


@pytest.mark.parametrize(
    "test",
    [
        "not hmac.compare_digest(hashlib.sha256(x).hexdigest(), good)",
        "hashlib.sha256(x).hexdigest() != good",
        "not hashlib.sha256(x).digest() == good",
        "hmac.new(b'key', x, 'sha256').hexdigest() != good",
    ],
)
def test_content_whose_digest_was_compared_is_verified(test: str) -> None:
    check(
        f"""
        import hashlib, hmac
        def f(x, good):
            if {test}:
                raise ValueError
            pickle.loads([x])  #= <list> @verified:its digest or signature was compared
        def g(x, good):
            if {test}:
                print("warning")
            pickle.loads([x])  #= <list> @parameter:x @verified:its digest or signature was compared
        def h(x, good):
            if {test}:
                pickle.loads([x])  #= <list> @parameter:x
        """
    )


def test_a_default_for_what_is_missing() -> None:
    check(
        """
        def f(path=None):
            path = path or "default.pkl"
            pickle.loads(path)  #= 'default.pkl' @parameter:path ?
        def g(flag):
            path = None
            if flag:
                path = "a"
            if path is None:
                path = "b"
            pickle.loads(path)  #= 'a' | 'b'
        def h(flag):
            path = "a" if flag else None
            if not path:
                return
            pickle.loads(path)  #= 'a'
        """
    )


def test_the_right_side_is_seen_under_the_left_ones_condition() -> None:
    check(
        """
        def f(x):
            isinstance(x, bytes) and pickle.loads([x])  #= <list> @parameter:x +typed
            not isinstance(x, bytes) or pickle.loads([x])  #= <list> @parameter:x +typed
            pickle.loads([x])  #= <list> @parameter:x
        """
    )


def test_a_switch_of_a_library_may_be_off() -> None:
    check(
        """
        from settings import DEBUG, PATH
        import torch
        if DEBUG:
            pickle.loads("on")  #= 'on'
        else:
            pickle.loads("off")  #= 'off'
        if PATH is None:
            pickle.loads("none")  #= 'none'
        if torch is None:
            pickle.loads("no torch")  #= never
        def f():
            made = {}
            if made is None:
                pickle.loads("never")  #= never
        """
    )


def test_a_call_in_a_test_is_made_once() -> None:
    check(
        """
        def f(flag):
            xs = ["a", "b", "c"]
            if xs.pop() == flag:
                pickle.loads(len(xs))  #= 2
            else:
                pickle.loads(len(xs))  #= 2
            assert xs.pop() in ("b", flag)
            pickle.loads(len(xs))  #= 1
            d = {"k": 1}
            if d.pop("k") is None or d.get("k") == flag:
                pass
            pickle.loads(d.get("k"))  #= None
        """
    )
