"""Which expressions of constants are known, and are those that could run away left alone?"""

import pytest

from tests.unit.interpret.programs import check, run


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("1 + 2 * 3", "7"),
        ("-(2 ** 10)", "-1024"),
        ("7 // 2", "3"),
        ("7 / 2", "3.5"),
        ("1 << 4 | 1", "17"),
        ("~5", "-6"),
        ("not ''", "True"),
        ("not None", "True"),
        ("'a' + 'b' 'c'", "'abc'"),
        ("'ab' * 3", "'ababab'"),
        ("'%s-%d' % ('a', 3)", "'a-3'"),
        ("'{}/{name}.pkl'.format('models', name='best')", "'models/best.pkl'"),
        ("f'{1}-{\"a\"}.pkl'", "'1-a.pkl'"),
        ("f'{True}'", "'True'"),
        ("f'{None}'", "'None'"),
        ("f'{1.5}'", "'1.5'"),
        ("'Model.PKL'.lower().removesuffix('.pkl')", "'model'"),
        ("'/'.join(['a', 'b'])", "'a/b'"),
        ("'/'.join(('a', 'b'))", "'a/b'"),
        ("'a,b'.split(',')[1]", "'b'"),
        ("'abc'[1]", "'b'"),
        ("'abc'[-1]", "'c'"),
        ("'abcdef'[1:3]", "'bc'"),
        ("b'ab' + b'c'", "b'abc'"),
        ("'abc'.encode()", "b'abc'"),
        ("len('abc')", "3"),
        ("len([1, 2])", "2"),
        ("str(12)", "'12'"),
        ("int('12')", "12"),
        ("int('z', 36)", "35"),
        ("max(1, 3)", "3"),
        ("abs(-2)", "2"),
        ("round(2.6)", "3"),
        ("1 < 2 < 3", "True"),
        ("1 < 2 > 3", "False"),
        ("'a' in 'cat'", "True"),
        ("'a' in ('a', 'b')", "True"),
        ("'a' in ['b', 'c']", "False"),
        ("'a' not in {'a': 1}", "False"),
        ("None is None", "True"),
        ("1 == 1.0", "True"),
        ("1 if 2 > 1 else 3", "1"),
        ("0 or 'default'", "'default'"),
        ("'' and 'never'", "''"),
        ("(x := 5) + x", "10"),
        ("bool([])", "False"),
        ("1_000", "1000"),
        ("0x10", "16"),
    ],
)
def test_what_an_expression_of_constants_is(expression: str, value: str) -> None:
    check(f"pickle.loads({expression})  #= {value}")


@pytest.mark.parametrize(
    "expression",
    [
        "10 ** 10 ** 10",
        "1 << 10 ** 9",
        "'a' * 10 ** 9",
        "10 ** 9 * 'a'",
        "[0] * 10 ** 9",
        "(0,) * 10 ** 9",
        "'%1000000000d' % 1",
        "'%*d' % (1000000000, 1)",
        "'{:>1000000000}'.format(1)",
        "'{:>{}}'.format(1, 1000000000)",
        "'{:{a}{a}{a}}'.format('x', a=999)",
        "f'{1:>1000000000}'",
        "'a'.ljust(10 ** 9)",
        "'a'.zfill(10 ** 9)",
        "('\\t' * 9999).expandtabs(9999)",
        "('a' * 9999).replace('a', 'b' * 9999)",
        "('a' * 9999).join('b' * 9999)",
        "bytes(10 ** 9)",
        "int('9' * 9999)",
        "'{0.__class__.__mro__}'.format(1)",
        "1 / 0",
        "'abc'[7]",
        "int('x')",
        "'abc'.index('z')",
        "chr(-1)",
    ],
)
def test_an_expression_that_would_run_away_or_fail_is_not_constant(expression: str) -> None:
    program = run(f"pickle.loads({expression})")
    subject = program.only.subject
    assert subject is not None
    assert not subject.constants


def test_a_value_that_is_one_of_few_stays_so_and_one_of_many_is_unknown() -> None:
    few = "".join(f"if c{i}():\n    x = {i}\n" for i in range(7))
    check("x = 9\n" + few + "pickle.loads(x + 1)  #= 1 | 10 | 2 | 3 | 4 | 5 | 6 | 7")
    many = "".join(f"if c{i}():\n    x = {i}\n" for i in range(8))
    check("x = 9\n" + many + "pickle.loads(x)  #= ?too many constants")


def test_true_and_one_are_different_constants() -> None:
    check(
        """
        if c():
            x = True
        else:
            x = 1
        pickle.loads(x)  #= 1 | True
        """
    )


def test_what_is_computed_from_an_origin_keeps_it() -> None:
    check(
        """
        import os
        base = os.environ["BASE"]
        pickle.loads(base + "/m.pkl")  #= <str> @environment:os.environ
        pickle.loads(f"{base}/m.pkl")  #= <str> @environment:os.environ
        pickle.loads("%s/m.pkl" % base)  #= <str> @environment:os.environ
        pickle.loads("{}/m.pkl".format(base))  #= @environment:os.environ
        pickle.loads(base.upper())  #= @environment:os.environ
        pickle.loads("/".join([base, "m.pkl"]))  #= @environment:os.environ
        pickle.loads(base[1:])  #= @environment:os.environ
        """
    )
