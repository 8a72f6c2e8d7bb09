"""What do frameworks hand to the functions they call, and what have they checked?"""

import pytest

from tests.unit.interpret.content import calls
from tests.unit.interpret.programs import check


def test_handlers_of_fastapi_get_what_their_annotations_promise() -> None:
    check(
        """
        from typing import Annotated, Literal, Optional
        from fastapi import FastAPI, Depends, Query, UploadFile, Body
        from pydantic import BaseModel, Field
        app = FastAPI()
        class Row(BaseModel):
            raw: list
            number: float
            part: float = Field(ge=0, le=1)
            kind: Literal["a", "b"] = "a"
            finite: Annotated[float, Field(allow_inf_nan=False)]
            maybe: Optional[int] = None
            four: Annotated[list[float], Field(min_length=4, max_length=4)]
        def settings():
            return {"path": "s.pkl"}
        def session():
            yield "session"
        @app.post("/rows")
        def rows(row: Row, data: dict, name: str, n: int, given=Depends(settings), s=Depends(session)):
            pickle.loads([row.number])  #= <list> @request:fastapi.FastAPI.post +parsed +sized +typed
            pickle.loads([row.part])  #= <list> @request:fastapi.FastAPI.post +bounded +finite +parsed +sized +typed
            pickle.loads([row.kind])  #= <list> @request:fastapi.FastAPI.post +bounded +finite +parsed +shaped +typed
            pickle.loads([row.finite])  #= <list> @request:fastapi.FastAPI.post +finite +parsed +sized +typed
            pickle.loads([row.maybe])  #= <list> @request:fastapi.FastAPI.post +finite +parsed +sized +typed
            pickle.loads([row.four])  #= <list> @request:fastapi.FastAPI.post +parsed +shaped +sized +typed
            pickle.loads([name])  #= <list> @request:fastapi.FastAPI.post +parsed +typed
            pickle.loads([n])  #= <list> @request:fastapi.FastAPI.post +finite +parsed +sized +typed
            pickle.loads([data])  #= <list> @request:fastapi.FastAPI.post
            pickle.loads(given["path"])  #= 's.pkl'
            pickle.loads(s)  #= 'session'
        @app.post("/upload")
        async def upload(file: UploadFile):
            pickle.loads(await file.read())  #= @upload:starlette.datastructures.UploadFile.read
        """
    )


def test_a_factory_of_a_flask_app_with_handlers_inside() -> None:
    check(
        """
        from flask import Flask, request
        def create_app(config=None):
            app = Flask(__name__)
            root = "models/"
            @app.route("/load", methods=["POST"])
            def load():
                pickle.loads(request.get_data())  #= @request:flask.request.get_data
                pickle.loads(request.json["path"])  #= @request:flask.request.json
                pickle.loads(root)  #= 'models/'
                return helper(request.args.get("q"))
            def helper(x):
                pickle.loads([x])  #= <list> @request:flask.request.args
            @app.get("/<name>")
            def named(name):
                pickle.loads([name])  #= <list> @request:flask.Flask.get
            return app
        """
    )


def test_request_data_reaches_functions_of_other_modules_with_its_trace() -> None:
    program = check(
        """
        from flask import Flask, request
        from service import handle
        app = Flask(__name__)
        @app.route("/")
        def index():
            body = request.data
            return handle(body)
        """,
        service="""
        import pickle
        def handle(payload):
            data = payload
            return pickle.loads(data)  #= flask.request.data @request:flask.request.data
        """,
    )
    (fact,) = program.loads
    assert [line for line, _ in program.steps(fact)] == [8, 8, 9, 4]
    assert [text for _, text in program.steps(fact)][-2:] == ["passed to `handle` as `payload`", "assigned to `data`"]


def test_models_of_pydantic_made_by_hand() -> None:
    check(
        """
        from pydantic import BaseModel, Field
        class Row(BaseModel):
            x: float = Field(ge=0)
            name: str = "n"
        def f(data, x):
            pickle.loads(Row(x=1.0).name)  #= 'n'
            row = Row(x=x)
            pickle.loads([row.x])  #= <list> @parameter:x +bounded +from-below +parsed +sized +typed
            whole = Row(**data)
            pickle.loads([whole.x])  #= <list> @parameter:data +bounded +from-below +parsed +sized +typed
        """
    )


def test_parameters_of_public_functions_are_their_own_origin() -> None:
    check(
        """
        def public(path, *rest, kind="k", **more):
            pickle.loads(path)  #= @parameter:path ?parameter `path` of `public`
            pickle.loads(kind)  #= 'k' @parameter:kind ?parameter `kind` of `public`
        def called(x):
            pickle.loads(x)  #= 'x'
        called("x")
        class C:
            def method(self, y):
                pickle.loads(y)  #= @parameter:y ?parameter `y` of `method`
        """
    )


def test_the_command_line() -> None:
    check(
        """
        import argparse, sys, os
        def main():
            parser = argparse.ArgumentParser()
            parser.add_argument("--path")
            args = parser.parse_args()
            pickle.loads([args.path])  #= <list> @command-line:argparse.ArgumentParser.parse_args
            pickle.loads([sys.argv[1]])  #= <list> @command-line:sys.argv
            pickle.loads([os.environ.get("P", "default")])  #= <list> @environment:os.environ.get
        if __name__ == "__main__":
            main()
        """
    )


def test_a_command_called_without_arguments_reads_them_from_the_command_line() -> None:
    check(
        """
        import click, os
        @click.command()
        @click.option("--folder")
        @click.option("--count", default=3)
        def run(folder, count=3):
            pickle.loads([os.path.join(folder, "x")])  #= <list> @command-line:click.command
            pickle.loads([count])  #= <list> @command-line:click.command
        def plain(folder, name="n"):
            pickle.loads(os.path.join(folder, "x"))  #= ?parameter `folder` was not given
            pickle.loads(name)  #= 'n'
        if __name__ == "__main__":
            run()
            plain()
        """
    )


@pytest.mark.parametrize(
    "use",
    [
        "vectorizer, model = joblib.load('m.joblib')",
        "model = joblib.load('m.joblib')['model']",
        "model = joblib.load('m.joblib')[0][1]",
        "model = joblib.load('m.joblib').get('model')",
        "with open('m.pkl', 'rb') as f:\n    vectorizer, *_, model = pickle.load(f)",
    ],
)
def test_what_is_loaded_may_hold_models(use: str) -> None:
    (found,) = calls(f"{use}\ndef handle():\n    model.predict([request.json])", "model-input")
    assert found.subject is not None
    assert found.subject.worst("request")


@pytest.mark.parametrize(("first", "second"), [("float({})", "{}"), ("{}", "float({})")])
def test_of_two_readings_of_one_source_the_one_with_fewer_checks_is_cited(first: str, second: str) -> None:
    field = 'request.form["x"]'
    (found,) = calls(f"a = {first}\nb = {second}\nmodel.predict([[a, b]])".format(field, field), "model-input")
    assert found.subject is not None
    (origin,) = found.subject.origins
    assert origin.trace is not None
    unchecked = "a" if first == "{}" else "b"
    assert f"assigned to `{unchecked}`" in [step.text for step in origin.trace.steps()]


@pytest.mark.parametrize("how", ["path", "re_path"])
def test_a_view_of_django_is_given_a_request(how: str) -> None:
    program = check(
        f"""
        from django.urls import {how}
        import views
        urlpatterns = [{how}("x", views.load)]
        """,
        views="""
        import base64, pickle
        def load(request):
            pickle.loads(base64.b64decode(request.COOKIES["x"]))  #= @request:django.urls.path
        """.replace("path", how),
    )
    assert len(program.loads) == 1


def test_bentoml_enforces_annotations_and_decodes_images() -> None:
    check(
        """
        import bentoml
        from PIL import Image
        @bentoml.service
        class Service:
            @bentoml.api
            def predict(self, image: Image.Image, x: float, n: int):
                pickle.loads([image])  #= <list> @request:bentoml.api +bounded +finite +parsed +typed
                pickle.loads([x])  #= <list> @request:bentoml.api +parsed +sized +typed
                pickle.loads([n])  #= <list> @request:bentoml.api +finite +parsed +sized +typed
        """
    )


def test_settings_of_a_base_and_types_that_have_a_name() -> None:
    check(
        """
        from typing import Annotated
        from fastapi import FastAPI
        from pydantic import BaseModel, ConfigDict, Field
        app = FastAPI()
        Share = Annotated[float, Field(ge=0, le=1)]
        class Strict(BaseModel):
            class Config:
                allow_inf_nan = False
        class Kept(Strict):
            model_config = ConfigDict(title="kept")
            size: float
        class Reopened(Strict, allow_inf_nan=True):
            size: float
        class Shares(BaseModel):
            one: Share
            other: Share
        @app.post("/rows")
        def rows(kept: Kept, opened: Reopened, shares: Shares):
            pickle.loads([kept.size])  #= <list> @request:fastapi.FastAPI.post +finite +parsed +sized +typed
            pickle.loads([opened.size])  #= <list> @request:fastapi.FastAPI.post +parsed +sized +typed
            pickle.loads([shares.one])  #= <list> @request:fastapi.FastAPI.post +bounded +finite +parsed +sized +typed
        """
    )
