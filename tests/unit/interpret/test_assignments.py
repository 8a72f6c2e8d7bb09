"""Which names of libraries and of the environment were given a value, and does code that runs later see it?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import Assignment, Facts
from analyzer.interpret.values import Value
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from tests.unit.interpret.programs import project_of

READS = frozenset({"assignment", "load.torch", "load.pickle", "settings.queue"})
IMPORTS = "import functools, os\nimport numpy as np\nimport torch\nfrom celery import Celery\n"


def facts(code: str) -> Facts:
    project, _ = project_of({"main.py": IMPORTS + textwrap.dedent(code)})
    return interpret(project, "main", Vocabulary([Ask(READS)]))


def given(code: str) -> list[tuple[str, object]]:
    """Qualified names and constants that they were given, members of lists as tuples."""
    found = (each for each in facts(code).assignments if each.qualified != "os.environ")
    return [(each.qualified, constant(each.value)) for each in found]


def constant(value: Value) -> object:
    return tuple(map(constant, value.elements)) if value.elements is not None else value.constant


@pytest.mark.parametrize(
    "code",
    [
        'os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"',
        'os.environ["TORCH_FORCE_" + "NO_WEIGHTS_ONLY_LOAD".upper()] = str(1)  # TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD',
        'os.environ.setdefault("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")',
        'os.environ.update({"TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "1"})',
        'os.environ.update(TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD="1")',
        'os.putenv("TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")',
        'os.environ |= {"TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "1"}',
        'def f():\n    os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"',
    ],
)
def test_a_variable_of_the_environment_is_set(code: str) -> None:
    assert given(code + "\ntorch.load('x')") == [("os.environ.TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "1")]


@pytest.mark.parametrize(
    "code", ['del os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"]', 'os.environ.pop("TORCH_FORCE_WEIGHTS_ONLY_LOAD", "")']
)
def test_a_variable_of_the_environment_is_taken_out(code: str) -> None:
    assert given(code) == [("os.environ.TORCH_FORCE_WEIGHTS_ONLY_LOAD", None)]


@pytest.mark.parametrize(
    "code",
    [
        'app = Celery("tasks", accept_content=["json", "pickle"])',
        'Celery("tasks").conf.accept_content = ["json", "pickle"]',
        'Celery("tasks").conf["accept_content"] = ["json", "pickle"]',
        'Celery("tasks").conf.update({"accept_content": ["json", "pickle"]})',
        'Celery("tasks").conf.update(accept_content=("json", "pickle"))',
    ],
)
def test_settings_are_shown_with_their_members(code: str) -> None:
    assert given(code) == [("celery.app.utils.Settings.accept_content", ("json", "pickle"))]


def test_variables_that_a_library_reads_are_kept_and_others_not() -> None:
    assert given('CELERY_ACCEPT_CONTENT = ("pickle",)\nOTHER_CONTENT = ("pickle",)') == [
        ("CELERY_ACCEPT_CONTENT", ("pickle",))
    ]


WRAPPERS = {
    "partial": "torch.load = functools.partial(torch.load, weights_only=False)",
    "lambda": "old = torch.load\ntorch.load = lambda *a, **k: old(*a, **{**k, 'weights_only': False})",
    "function": """
        old = torch.load
        def new(*args, **kwargs):
            kwargs["weights_only"] = False
            return old(*args, **kwargs)
        torch.load = new
    """,
    "default": """
        old = torch.load
        def new(path, weights_only=False):
            return old(path, weights_only=weights_only)
        setattr(torch, "load", new)
    """,
    "setdefault": """
        old = torch.load
        def new(*args, **kwargs):
            kwargs.setdefault("weights_only", False)
            return old(*args, **kwargs)
        torch.serialization.load = new
    """,
}


@pytest.mark.parametrize("name", WRAPPERS)
def test_a_new_loader_is_known_by_what_it_calls(name: str) -> None:
    (found,) = (each for each in facts(WRAPPERS[name]).assignments if each.qualified == "torch.load")
    (call,) = found.calls
    assert (call.name, call.args["weights_only"].constant) == ("torch.load", False)


def test_asking_what_a_loader_calls_leaves_no_trace() -> None:
    found = facts(
        """
        seen = []
        old = np.load
        def new(path):
            seen.append(path)
            return old(path, allow_pickle=True)
        np.load = new
        """
    )
    assert [call.function for call in found.calls] == ["main:new"]  # entered once, from outside
    assert [len(each.calls) for each in found.assignments] == [1]


USE = "\ndef use(path):\n    return torch.load(path)\n"


def test_what_stands_in_the_module_body_replaces_the_loader() -> None:
    found = facts("torch.load = functools.partial(torch.load, weights_only=True)" + USE)
    (call,) = (call for call in found.calls if call.function == "main:use")
    assert call.args["weights_only"].constant is True


def test_what_stands_in_a_branch_may_replace_the_loader() -> None:
    found = facts("if flag:\n    torch.load = functools.partial(torch.load, weights_only=True)" + USE)
    calls = [call for call in found.calls if call.function == "main:use"]
    assert sorted("weights_only" in call.args for call in calls) == [False, True]


def test_the_original_is_known_when_it_comes_back() -> None:
    code = """
        def run():
            original = torch.load
            torch.load = lambda path: original(path, weights_only=False)
            try:
                work()
            finally:
                torch.load = original
    """
    first, last = facts(code).assignments
    assert isinstance(first, Assignment) and first.calls and not first.value.symbols
    assert last.value.symbols == {"torch.load"}
