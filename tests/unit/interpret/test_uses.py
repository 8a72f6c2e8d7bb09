"""Is it told right what the result of a call is an argument of?"""

import pytest

from analyzer.interpret.uses import ELSEWHERE, handed_to
from analyzer.interpret.values import Place
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.syntax.lower import parse

CALL = "torch.load(path)"


def uses(text: str) -> frozenset[str]:
    source = read(Candidate(path="m.py", absolute="m.py", kind=FileKind.MODULE, content=text.encode()))
    assert isinstance(source, SourceFile)
    start = text.index(CALL)
    return handed_to(parse(source, "m", False), Place("m", start, start + len(CALL)))


@pytest.mark.parametrize(
    "text",
    [
        f"model.load_state_dict({CALL})",
        f"model.load_state_dict({CALL}, strict=False)",
        f"state = {CALL}\nmodel.load_state_dict(state)",
        f"def f(path):\n    state = {CALL}\n    a.load_state_dict(state)\n    b.load_state_dict(state)",
        f"class A:\n    def f(self, path):\n        if path:\n            self.net.load_state_dict({CALL})",
    ],
)
def test_the_result_only_goes_into_a_model(text: str) -> None:
    assert uses(text) == {"load_state_dict"}


@pytest.mark.parametrize(
    "text",
    [
        CALL,
        f"def f(path):\n    return {CALL}",
        f"model.load_state_dict({CALL}['model'])",
        f"self.state = {CALL}\nmodel.load_state_dict(self.state)",
        f"a = b = {CALL}\nmodel.load_state_dict(a)",
        f"state = {CALL}",
        f"for key in {CALL}:\n    print(key)",
    ],
)
def test_any_other_use_is_elsewhere(text: str) -> None:
    assert uses(text) == {ELSEWHERE}


def test_several_uses_are_all_named() -> None:
    text = f"state = {CALL}\nprint(state)\nmodel.load_state_dict(state)\nstep = state['step']"
    assert uses(text) == {"print", "load_state_dict", ELSEWHERE}


def test_the_same_name_in_another_function_is_another_one() -> None:
    text = f"def f(path):\n    state = {CALL}\n    m.load_state_dict(state)\n\n\ndef g(state):\n    return state"
    assert uses(text) == {"load_state_dict"}
