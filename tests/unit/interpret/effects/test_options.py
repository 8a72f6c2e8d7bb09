"""Which value does a switch of the command line have?"""

import pytest

from analyzer.interpret.values import Literal
from tests.unit.interpret.content import calls

START = "import argparse\nparser = argparse.ArgumentParser()\n"
END = "\nargs = parser.parse_args()\npickle.loads(args.fast)"


def switch(code: str) -> tuple[set[bool], set[str], bool]:
    """What `args.fast` may be, where it comes from, and whether that is certain."""
    subject = calls(code, "load.pickle")[-1].subject
    assert subject is not None
    found = {each.value for each in subject.constants if isinstance(each, Literal)}
    assert all(isinstance(each, bool) for each in found)
    return {bool(each) for each in found}, {each.kind for each in subject.origins}, not subject.unknown


@pytest.mark.parametrize(
    ("option", "default"),
    [
        ('"--fast", action="store_true"', {False}),
        ('"--fast", action="store_false"', {True}),
        ('"-f", "--fast", default=True, type=bool', {True}),
        ('"--go-fast", dest="fast", action="store_true"', {False}),
        ('"--fast", action=argparse.BooleanOptionalAction, default=True', {True}),
        ('"--fast", default="yes"', set()),
        ('"--slow", action="store_true"', set()),
    ],
)
def test_the_default_is_one_of_the_values(option: str, default: set[bool]) -> None:
    assert switch(f"{START}parser.add_argument({option}){END}") == (default, {"command-line"}, False)


def test_options_of_a_group_and_of_what_is_known_in_part() -> None:
    group = 'group = parser.add_argument_group("speed")\ngroup.add_argument("--fast", action="store_true")'
    assert switch(START + group + END)[0] == {False}
    rest = END.replace("args = parser.parse_args()", "args, rest = parser.parse_known_args()")
    assert switch(START + group + rest)[0] == {False}


def test_a_switch_that_the_program_sets_is_what_it_set() -> None:
    code = f'{START}parser.add_argument("--fast", action="store_true")\nargs = parser.parse_args()\nargs.fast = True'
    assert switch(f"{code}\npickle.loads(args.fast)") == ({True}, set(), True)
