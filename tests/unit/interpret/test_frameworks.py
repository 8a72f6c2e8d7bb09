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


def test_what_forms_and_serializers_have_found_valid() -> None:
    check(
        """
        import math
        from django import forms
        from django.views.decorators.http import require_POST
        from rest_framework import serializers
        from rest_framework.views import APIView
        class Car(forms.Form):
            power = forms.IntegerField(min_value=1, max_value=900)
            weight = forms.FloatField(max_value=4000)
        class Loose(forms.Form):
            weight = forms.FloatField(required=False)
        class Track(serializers.Serializer):
            beats = serializers.ListField(child=serializers.FloatField(), max_length=9)
            def validate_beats(self, value):
                for each in value:
                    pass
                if not all(math.isfinite(each) for each in value):
                    raise serializers.ValidationError("not finite")
                return value
        class Unasked(serializers.Serializer):
            slope = serializers.FloatField(min_value=0)
        @require_POST
        def p(request):
            form, loose = Car(request.POST), Loose(request.POST)
            if form.is_valid() and loose.is_valid():
                clean = form.cleaned_data
                pickle.loads([clean["power"]])  #= <list> @request:POST +bounded +finite +typed
                pickle.loads([loose.cleaned_data["weight"]])  #= <list> @request:POST +typed
        class View(APIView):
            def post(self, request):
                track, unasked = Track(data=request.data), Unasked(data=request.data)
                track.is_valid(raise_exception=True)
                pickle.loads([track.validated_data["beats"]])  #= <list> @request:API.post +finite +shaped +sized +typed
                if not unasked.is_valid():
                    return None
                pickle.loads([unasked.validated_data["slope"]])  #= <list> @request:API.post +bounded +typed
        """.replace("@request:POST", "@request:django.views.decorators.http.require_POST").replace(
            "@request:API", "@request:rest_framework.views.APIView"
        )
    )


@pytest.mark.parametrize(("nan", "finite"), [("False", True), ("True", False)])
def test_what_a_schema_says_of_nan(nan: str, finite: bool) -> None:
    (found,) = calls(
        f"""
from marshmallow import Schema, fields
class Dose(Schema):
    grams = fields.Float(allow_nan={nan})
dose = Dose()
def handle():
    model.predict([[dose.load(request.json)["grams"]]])
""",
        "model-input",
    )
    assert found.subject is not None
    assert ("finite" in found.subject.checks) is finite


def test_a_call_that_is_aborted_ends() -> None:
    check(
        """
        import grpc
        import numpy as np
        from api_pb2_grpc import ScorerServicer
        class Scorer(ScorerServicer):
            def Score(self, message, call):
                values = np.fromiter(message.values, dtype=float)
                if np.isnan(values).any():
                    call.abort(grpc.StatusCode.INVALID_ARGUMENT, "gaps")
                    pickle.loads(values)  #= never
                pickle.loads([call.invocation_metadata()])  #= <list> @request:grpc.ServicerContext.invocation_metadata
                codes = np.frombuffer(message.raw, dtype="uint16")
                parts = np.frombuffer(message.raw, dtype=np.float32)
                pickle.loads([codes])  #= <list> @request:grpc.Servicer +finite +parsed +typed
                pickle.loads([parts])  #= <list> @request:grpc.Servicer
        """
    )


def test_a_key_is_no_part_of_the_item() -> None:
    check(
        """
        import boto3
        from flask import Flask, request
        app = Flask(__name__)
        shop = boto3.resource("dynamodb").Table("shop")
        @app.get("/x")
        def x():
            found = shop.query(Key=request.args["id"])["Items"]
            pickle.loads([found])  #= <list>
        """
    )


@pytest.mark.parametrize(
    "test",
    [
        "torch.isfinite(x).all()",
        "torch.all(torch.isfinite(x))",
        "x.isfinite().all()",
        "not torch.isnan(x).any()",
        "not torch.any(torch.isnan(x))",
        "not x.isnan().any()",
    ],
)
@pytest.mark.parametrize("asked", [True, False])
def test_tensors_that_are_asked_for_gaps(test: str, asked: bool) -> None:
    guard = f"if not ({test}):\n        raise ValueError(x)" if asked else test
    (found,) = calls(
        f"import torch\ndef handle():\n    x = torch.tensor(request.json['x'])\n    {guard}\n    model.predict(x)",
        "model-input",
    )
    assert found.subject is not None
    assert ("finite" in found.subject.checks) is asked


def test_files_of_a_request_are_uploads() -> None:
    check(
        """
        from django.views.decorators.csrf import csrf_exempt
        from rest_framework.decorators import api_view
        @csrf_exempt
        def one(r):
            pickle.loads([r.FILES["x"]])  #= <list> @upload:django.http.HttpRequest.FILES
            pickle.loads([r.POST["x"]])  #= <list> @request:django.views.decorators.csrf.csrf_exempt
        @api_view(["POST"])
        def other(r):
            pickle.loads([r.FILES["x"]])  #= <list> @upload:rest_framework.request.Request.FILES
            pickle.loads([r.data["x"]])  #= <list> @request:rest_framework.decorators.api_view
        """
    )
