"""What is known of an object that was made where it was not seen, if an annotation names its class?"""

import textwrap

import pytest

from tests.unit.interpret.content import calls

CLASSES = """
import elsewhere
from typing import Annotated
from fastapi import Depends, FastAPI, Request
from sklearn.ensemble import RandomForestClassifier
app = FastAPI()
class PriceModel:
    def __init__(self, path):
        self.inner = joblib.load(path)
    def predict(self, x):
        return self.inner.predict([x])
def get_model(request: Request):
    return request.app.state.model
"""
USES = {
    "assigned": """
        @app.post("/a")
        def a(body: dict, request: Request):
            model: PriceModel = request.app.state.model
            return model.predict(body["x"])
    """,
    "of a library": """
        @app.post("/a")
        def a(body: dict, request: Request):
            model: RandomForestClassifier = request.app.state.model
            return model.predict(body["x"])
    """,
    "injected": """
        @app.post("/a")
        def a(body: dict, model: PriceModel = Depends(get_model)):
            return model.predict(body["x"])
    """,
    "injected by its annotation": """
        @app.post("/a")
        def a(body: dict, model: Annotated[PriceModel, Depends(get_model)]):
            return model.predict(body["x"])
    """,
    "passed": """
        class Service:
            def __init__(self, model: PriceModel):
                self.model = model
            def a(self):
                return self.model.predict(request.json)
    """,
    "declared": """
        class Service:
            model: PriceModel
            def a(self):
                return self.model.predict(request.json)
    """,
    "kept": """
        class Service:
            def __init__(self):
                self.model: PriceModel = elsewhere.model()
            def a(self):
                return self.model.predict(request.json)
    """,
}


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_an_annotation_names_the_class(use: str) -> None:
    found = calls(CLASSES + textwrap.dedent(use), "model-input")
    assert [True for call in found if call.subject is not None and call.subject.worst("request")] == [True]


def test_the_constructor_is_run_for_its_values_only() -> None:
    found = calls(CLASSES + textwrap.dedent(USES["passed"]), "load.pickle", "model-input")
    assert [call.name for call in found if call.name == "joblib.load"] == ["joblib.load"]


def test_a_class_that_holds_one_of_its_own_kind() -> None:
    code = """
    class Node:
        def __init__(self, model, parent: "Node"):
            self.parent: Node = parent
            self.model = joblib.load("m.joblib")
    def use(node: Node):
        node.model.predict(request.json)
        node.parent.model.predict(request.json)
    """
    assert len(calls(code, "model-input")) == 1


@pytest.mark.parametrize("annotation", ["int", "str", "pd.DataFrame"])
def test_nobody_checks_the_annotations_of_numbers_texts_and_data(annotation: str) -> None:
    code = f"""
    x: {annotation} = request.json["x"]
    pickle.loads(f"{{x}}")
    """
    (found,) = calls(code, "load.pickle")
    assert found.subject is not None
    assert found.subject.worst("request")
