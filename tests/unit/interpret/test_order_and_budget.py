"""Are the facts of a module the same whatever was done before, and what is left when the budget is used up?"""

import os
import subprocess
import sys
from pathlib import Path

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Facts
from tests.unit.interpret.programs import describe, project_of, run, vocabulary

ROOT = Path(__file__).resolve().parents[3]
FILES = {
    "a.py": """
import pickle, b, c
TABLE = {"x": b.make("x"), "y": c.Y}
b.shared["a"] = 1
def f(p, q=None):
    for key in {"u", "v", "w"}:
        pickle.loads((key, b.make(p), c.pick(q)))
    pickle.loads(b.shared.get("c", TABLE["x"]))
pickle.loads(TABLE["y"])
f(1)
""",
    "b.py": """
import pickle
from a import TABLE as table
import c
shared = {"b": c.Y}
def make(x):
    return "made " + str(x) if x else table
pickle.loads(make(None))
pickle.loads(shared["b"])
""",
    "c.py": """
import pickle, b
Y = "y"
b.shared["c"] = Y
def pick(x):
    return {"one", "two", "three"} if x else b.make
def user(x):
    pickle.loads(pick(x))
    pickle.loads(b.shared)
""",
}


def told(facts: Facts) -> list[str]:
    """All that was seen, in the order in which it was seen."""
    return [
        f"{fact.place} {fact.name} {[(name, describe(value)) for name, value in fact.args.items()]}"
        f" {describe(fact.result)} {fact.open} {fact.function}"
        for fact in facts.calls
    ]


def test_what_was_interpreted_before_does_not_matter() -> None:
    alone = {}
    for module in ("a", "b", "c"):
        project, _ = project_of(FILES)
        alone[module] = told(interpret(project, module, vocabulary()))
        assert alone[module]
    for order in (("a", "b", "c"), ("c", "b", "a"), ("b", "a", "c", "b")):
        project, _ = project_of(FILES)
        asked = vocabulary()
        for module in order:
            assert told(interpret(project, module, asked)) == alone[module], (order, module)


def test_hash_seeds_do_not_matter() -> None:
    script = (
        "from tests.unit.interpret.test_order_and_budget import *\n"
        "project, _ = project_of(FILES)\n"
        "print([told(interpret(project, m, vocabulary())) for m in 'abc'])"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", script],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in (1, 2, 3)
    }
    assert len(outputs) == 1
    assert "made" in outputs.pop()


def test_a_used_up_budget_leaves_what_was_found_and_says_so() -> None:
    program = run("pickle.loads('first')\n" + "x = 1\n" * 30_000 + "pickle.loads('last')\n")
    assert program.facts.exhausted == "the step budget"
    assert [program.described(fact) for fact in program.loads] == ["'first'"]


def test_one_greedy_function_does_not_use_up_the_budget_of_the_next() -> None:
    greedy = "def greedy(x):\n    pickle.loads('greedy')\n" + "    x = x + 1\n" * 5_000
    program = run(greedy + "def modest(x):\n    pickle.loads('modest')\n")
    assert program.facts.exhausted == "the step budget"
    assert [program.described(fact) for fact in program.loads] == ["'greedy'", "'modest'"]


def test_expressions_nested_too_deep_leave_what_was_found() -> None:
    program = run("pickle.loads('first')\nx = " + "-" * 20_000 + "y\npickle.loads('last')\n")
    assert "'first'" in [program.described(fact) for fact in program.loads]


def test_a_program_within_the_budget_is_not_exhausted() -> None:
    assert not run("pickle.loads(1)").facts.exhausted
