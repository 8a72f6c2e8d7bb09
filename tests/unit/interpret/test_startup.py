"""What do functions that fill a module's names leave for those that are called later, wherever they stand?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from tests.unit.interpret.content import calls
from tests.unit.interpret.programs import check, project_of, run, vocabulary

MODEL = 'joblib.load("m.joblib")'
FILLING = {
    "lifespan": f"""
        models = {{}}
        @contextlib.asynccontextmanager
        async def lifespan(app):
            models["m"] = {MODEL}
            yield
            models.clear()
    """,
    "load": f"""
        models = {{}}
        def load(folder):
            if folder:
                models["m"] = {MODEL}
    """,
    "several": f"""
        models = {{}}
        def load():
            models["m"], models["v"] = {MODEL}, 1
    """,
    "update": f"""
        models = {{"m": None}}
        def load():
            models.update({{"m": {MODEL}}})
    """,
}


@pytest.mark.parametrize("use", ['models["m"]', 'models.get("m")'])
@pytest.mark.parametrize("filling", FILLING.values(), ids=FILLING)
@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_a_container_that_another_function_fills(filling: str, use: str, before: bool) -> None:
    handler = f"""
        def handle():
            {use}.predict([request.json])
    """
    found = calls("import contextlib\n" + _joined(filling, handler, before), "model-input")
    assert [call.api.name for call in found] == ["abstract.Estimator.predict"]


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
@pytest.mark.parametrize("made", [MODEL, "Wrapper()"])
def test_a_global_that_another_function_sets(made: str, before: bool) -> None:
    filling = f"""
        class Wrapper:
            def __init__(self):
                self.inner = {MODEL}
            def predict(self, x):
                return self.inner.predict(x)
        clf = None
        def load():
            global clf
            clf = {made}
    """
    handler = """
        def handle():
            clf.predict([request.json])
    """
    found = calls(_joined(filling, handler, before), "model-input")
    assert "abstract.Estimator.predict" in {call.api.name for call in found}
    assert any(call.subject is not None and call.subject.worst("request") for call in found)


def test_an_attribute_of_an_object_that_another_function_sets() -> None:
    code = f"""
        class State:
            def __init__(self):
                self.model = None
        state = State()
        def handle():
            state.model.predict([request.json])
        def load():
            state.model = {MODEL}
    """
    found = calls(textwrap.dedent(code), "model-input")
    assert [call.api.name for call in found] == ["abstract.Estimator.predict"]


def test_what_a_body_gives_stays_possible_and_nothing_is_recorded_twice() -> None:
    program = check(
        """
        paths = {"a": "first"}
        def use():
            pickle.loads([paths["a"]])  #= <list>
            pickle.loads(paths["a"])  #= 'first' | 'second' ?
        def fill():
            paths["a"] = "second"
            pickle.loads(paths["a"])  #= 'second' ?
        """
    )
    assert len(program.loads) == 3


def _joined(filling: str, handler: str, before: bool) -> str:
    parts = [textwrap.dedent(filling), textwrap.dedent(handler)]
    return "\n".join(parts if before else parts[::-1])


@pytest.mark.parametrize("first", [True, False])
@pytest.mark.parametrize(
    ("state", "use"),
    [
        ("paths = {}\ndef load():\n    paths['a'] = 'x'", "from state import paths\n{}\n    pickle.loads(paths['a'])"),
        ("paths = {}\ndef load():\n    paths['a'] = 'x'", "import state\n{}\n    pickle.loads(state.paths['a'])"),
        ("a = None\ndef load():\n    global a\n    a = 'x'", "import state\n{}\n    pickle.loads(state.a)"),
    ],
)
def test_another_module_that_fills_its_own_names(state: str, use: str, first: bool) -> None:
    start = "def start():\n    state.load()\n"
    imports, _, body = use.partition("{}")
    functions = [start, f"def handle():{body}\n"]
    code = f"{imports}import state\n" + "\n".join(functions if first else functions[::-1])
    (found,) = run(code, state=state).loads
    assert found.subject is not None
    assert {"x"} <= {each.value for each in found.subject.constants}
    assert found.subject.unknown


def test_what_one_walk_stores_in_a_module_is_not_seen_by_another() -> None:
    state = "value = 'own'\ndef keep(x):\n    global value\n    value = x\ndef use():\n    pickle.loads(value)\n"
    files = {"main.py": "import state\nimport pickle\nstate.keep('given')\npickle.loads(state.value)\n"}
    files["other.py"] = (
        "import state\nimport pickle\ndef f():\n    pickle.loads([state.value])\n    pickle.loads(state.value)\n"
    )
    files["state.py"] = "import pickle\n" + state
    seen: list[list[object]] = []
    for order in (("main", "other"), ("other", "main")):
        project, _ = project_of(files)
        words = vocabulary()
        facts = {module: interpret(project, module, words) for module in order}
        seen.append([call.subject for call in facts["other"].calls])
    assert seen[0] == seen[1]
    assert "given" not in str(seen[0])
