"""Is it told right what stands around a call?"""

import pytest

from analyzer.interpret.around import CAUGHT, CHECKED, ENDLESS, around, is_gated
from analyzer.interpret.values import Place
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.syntax import ir
from analyzer.syntax.lower import parse

CALL = "load(text)"


def parsed(text: str) -> tuple[ir.Module, Place]:
    source = read(Candidate(path="m.py", absolute="m.py", kind=FileKind.MODULE, content=text.encode()))
    assert isinstance(source, SourceFile)
    start = text.index(CALL)
    return parse(source, "m", False), Place("m", start, start + len(CALL))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (CALL, set()),
        (f"try:\n    x = {CALL}\nexcept ValueError:\n    pass", {CAUGHT}),
        (f"try:\n    x = {CALL}\nexcept KeyError:\n    pass", set()),
        (f"try:\n    pass\nexcept ValueError:\n    x = {CALL}", set()),
        (f"try:\n    def f():\n        return {CALL}\nexcept ValueError:\n    pass", set()),
        (f"x = Model(**{CALL})", {CHECKED}),
        (f"x = Model.model_validate({CALL})", {CHECKED}),
        (f"def f(text):\n    x = {CALL}\n    return Model(**x)", {CHECKED}),
        (f"def f(text):\n    x = {CALL}\n    if 'a' not in x:\n        raise ValueError\n    return x", {CHECKED}),
        (f"def f(text):\n    x = {CALL}\n    return x['a']", set()),
        (f"while True:\n    try:\n        {CALL}\n    except Exception:\n        continue", {CAUGHT, ENDLESS}),
        (f"while True:\n    try:\n        {CALL}\n    except Exception:\n        break", {CAUGHT}),
        (f"while n < 3:\n    try:\n        {CALL}\n    except Exception:\n        n += 1", {CAUGHT}),
    ],
)
def test_words(text: str, words: set[str]) -> None:
    assert around(*parsed(text)) == words


@pytest.mark.parametrize(
    ("text", "gated"),
    [
        (CALL, False),
        (f"if score > best:\n    {CALL}", True),
        (f"if args.save:\n    {CALL}", False),
        (f"if os.path.exists(path):\n    {CALL}", False),
        (f"if is_better(model):\n    {CALL}", True),
        (f"if score < 0.8:\n    raise ValueError\n{CALL}", True),
        (f"if score < 0.8:\n    print('bad')\n{CALL}", False),
        (f"def f(score):\n    assert score > 0.8\n    {CALL}", True),
        (f"{CALL}\nassert score > 0.8", False),
        (f"if len(rows) > 3:\n    {CALL}", False),
    ],
)
def test_a_comparison_decides_whether_the_call_is_made(text: str, gated: bool) -> None:
    assert is_gated(*parsed(text)) is gated


@pytest.mark.parametrize(
    ("test", "gated"),
    [("known(rows)", False), ("score < 0.8", True)],
)
def test_what_is_asked_before_the_training_is_not_asked_of_the_model(test: str, gated: bool) -> None:
    before, after = f"if {test}:\n    raise ValueError\nmodel.fit(rows)\n", f"if {test}:\n    raise ValueError\n"
    module, call = parsed(f"{before}{CALL}")
    assert is_gated(module, call, len(before) - 1) is gated
    module, call = parsed(f"{before}{after}{CALL}")
    assert is_gated(module, call, len(before) - 1)
