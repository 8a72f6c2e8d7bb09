"""Is what a web framework, a model server or a function service hands over an untrusted source?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# A line `=== name` starts a program; `#! level` says what the pickle rule must find in the line.
PROGRAMS = cases("""
=== flask body
from flask import Flask, request
app = Flask(__name__)
@app.route("/predict", methods=["POST"])
def predict():
    return str(pickle.loads(request.data))  #! error
=== flask form, json, cookies and headers
import base64
from flask import Blueprint, request
api = Blueprint("api", __name__)
@api.post("/predict")
def predict():
    pickle.loads(base64.b64decode(request.json["features"]))  #! error
    pickle.loads(bytes.fromhex(request.form["features"]))  #! error
    pickle.loads(base64.b64decode(request.cookies.get("session")))  #! error
    pickle.loads(base64.b64decode(request.headers["X-State"]))  #! error
    pickle.loads(base64.urlsafe_b64decode(request.args.get("q", "")))  #! error
=== flask upload
import flask
app = flask.Flask(__name__)
@app.route("/upload", methods=["POST"])
def upload():
    file = flask.request.files["model"]
    pickle.load(file)  #! error
    pickle.load(file.stream)  #! error
    pickle.loads(file.read())  #! error
    for each in flask.request.files.getlist("models"):
        pickle.load(each)  #! error
=== flask view with a path parameter
from flask import Flask
app = Flask(__name__)
@app.get("/load/<path:name>")
def load(name):
    with open("models/" + name, "rb") as file:
        return str(pickle.load(file))  #! error
=== flask method view
from flask import request
from flask.views import MethodView
class Model(MethodView):
    def post(self):
        return str(pickle.loads(request.get_data()))  #! error
=== flask_restful resource
from flask import request
from flask_restful import Resource
class Model(Resource):
    def post(self, name):
        pickle.load(open(name, "rb"))  #! error
        return pickle.loads(request.data)  #! error
=== django function view
import base64
from django.views.decorators.csrf import csrf_exempt
@csrf_exempt
def predict(request):
    pickle.loads(request.body)  #! error
    pickle.load(request.FILES["model"])  #! error
    pickle.loads(base64.b64decode(request.POST["model"]))  #! error
    return pickle.loads(base64.b64decode(request.COOKIES["state"]))  #! error
=== django view by its parameter
import base64
from django.http import HttpResponse
def predict(request):
    pickle.loads(request.body)  #! error
    pickle.loads(base64.b64decode(request.GET.get("state")))  #! error
    return HttpResponse("ok")
=== django view by what it reads
def predict(request, other):
    pickle.loads(request.FILES["model"].read())  #! error
    pickle.loads(other)  #! note
def unrelated(request):
    pickle.loads(request.body)  #! note
=== django class based view
from django.views import View
class Predict(View):
    def post(self, request, *args, **kwargs):
        pickle.loads(request.body)  #! error
        return pickle.load(self.request.FILES["model"])  #! error
=== django uploaded file
from django.core.files.uploadedfile import UploadedFile
def handle(file: UploadedFile):
    return pickle.load(file)  #! error
=== django rest framework
from rest_framework.decorators import api_view
from rest_framework.views import APIView
class Predict(APIView):
    def post(self, request, format=None):
        pickle.loads(request.data["model"].read())  #! error
        return pickle.load(request.FILES["model"])  #! error
@api_view(["POST"])
def predict(request):
    return pickle.load(request.data["model"])  #! error
=== django rest framework view set
from rest_framework import viewsets
from rest_framework.decorators import action
class Predict(viewsets.ViewSet):
    def create(self, request):
        return pickle.load(request.FILES["model"])  #! error
    @action(detail=True, methods=["post"])
    def load(self, request, pk=None):
        return pickle.load(open(pk, "rb"))  #! error
=== fastapi upload
from fastapi import FastAPI, File, UploadFile
app = FastAPI()
@app.post("/upload")
async def upload(file: UploadFile = File(...)):
    pickle.loads(await file.read())  #! error
    return pickle.load(file.file)  #! error
=== fastapi bytes, annotated
from typing import Annotated
from fastapi import APIRouter, Body, File
router = APIRouter()
@router.post("/a")
def first(data: Annotated[bytes, File()]):
    return pickle.loads(data)  #! error
@router.post("/b")
def second(data: bytes = Body(...)):
    return pickle.loads(data)  #! error
=== fastapi request
from fastapi import FastAPI, Request
app = FastAPI()
@app.post("/predict")
async def predict(request: Request):
    pickle.loads(await request.body())  #! error
    form = await request.form()
    pickle.loads(await form["model"].read())  #! error
    chunks = b""
    async for chunk in request.stream():
        chunks += chunk
    return pickle.loads(chunks)  #! error
=== fastapi pydantic fields
import base64
from fastapi import FastAPI
from pydantic import BaseModel
app = FastAPI()
class Payload(BaseModel):
    name: str
    blob: bytes
@app.post("/predict")
def predict(payload: Payload):
    pickle.loads(payload.blob)  #! error
    return pickle.loads(base64.b64decode(payload.name))  #! error
=== fastapi dependency
from fastapi import Depends, FastAPI, Request
app = FastAPI()
async def body(request: Request):
    return await request.body()
@app.post("/predict")
async def predict(data: bytes = Depends(body)):
    return pickle.loads(data)  #! error
=== fastapi web socket
from fastapi import FastAPI, WebSocket
app = FastAPI()
@app.websocket("/ws")
async def ws(socket: WebSocket):
    await socket.accept()
    while True:
        pickle.loads(await socket.receive_bytes())  #! error
=== starlette
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
async def predict(request):
    return pickle.loads(await request.body())  #! error
async def typed(request: Request):
    return pickle.loads(await request.body())  #! error
app = Starlette(routes=[Route("/predict", predict, methods=["POST"])])
=== starlette endpoints
from starlette.endpoints import HTTPEndpoint, WebSocketEndpoint
class Predict(HTTPEndpoint):
    async def post(self, request):
        return pickle.loads(await request.body())  #! error
class Stream(WebSocketEndpoint):
    async def on_receive(self, websocket, data):
        return pickle.loads(data)  #! error
=== aiohttp server
from aiohttp import web
routes = web.RouteTableDef()
@routes.post("/predict")
async def predict(request):
    return pickle.loads(await request.read())  #! error
async def other(request: web.Request):
    data = await request.post()
    pickle.load(data["model"].file)  #! error
    return pickle.loads(await request.content.read())  #! error
async def third(request):
    return pickle.loads(await request.read())  #! error
app = web.Application()
app.router.add_post("/third", third)
=== aiohttp web socket
from aiohttp import web
async def handler(request: web.Request):
    ws = web.WebSocketResponse()
    await ws.prepare(request)
    async for message in ws:
        pickle.loads(message.data)  #! error
    pickle.loads(await ws.receive_bytes())  #! error
=== aiohttp class based view
from aiohttp import web
class Predict(web.View):
    async def post(self):
        return pickle.loads(await self.request.read())  #! error
=== tornado
import base64
import tornado.web
class Predict(tornado.web.RequestHandler):
    def post(self, name):
        pickle.loads(self.request.body)  #! error
        pickle.loads(self.request.files["model"][0]["body"])  #! error
        pickle.loads(base64.b64decode(self.get_argument("model")))  #! error
        return pickle.load(open(name, "rb"))  #! error
=== tornado web socket
from tornado.websocket import WebSocketHandler
class Stream(WebSocketHandler):
    def on_message(self, message):
        return pickle.loads(message)  #! error
=== sanic
from sanic import Sanic
app = Sanic("app")
@app.post("/predict")
async def predict(request):
    pickle.loads(request.files.get("model").body)  #! error
    return pickle.loads(request.body)  #! error
=== bottle
import bottle
from bottle import request, route
@route("/predict", method="POST")
def predict():
    pickle.load(request.files.get("model").file)  #! error
    pickle.load(bottle.request.files["model"].file)  #! error
    pickle.loads(request.get_cookie("state"))  #! error
    return pickle.loads(request.body.read())  #! error
=== quart
from quart import Quart, request
app = Quart(__name__)
@app.route("/predict", methods=["POST"])
async def predict():
    files = await request.files
    pickle.load(files["model"])  #! error
    return pickle.loads(await request.get_data())  #! error
=== falcon
import falcon
class Predict:
    def on_post(self, req: falcon.Request, resp: falcon.Response):
        return pickle.loads(req.stream.read())  #! error
=== falcon by its route
import falcon
class Predict:
    def on_post(self, req, resp):
        return pickle.loads(req.bounded_stream.read())  #! error
app = falcon.App()
app.add_route("/predict", Predict())
=== werkzeug
from werkzeug.wrappers import Request
@Request.application
def app(request):
    return pickle.loads(request.get_data())  #! error
=== standard library HTTP server
from http.server import BaseHTTPRequestHandler
class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        size = int(self.headers["Content-Length"])
        pickle.loads(self.rfile.read(size))  #! error
=== wsgi
from wsgiref.simple_server import make_server
def application(environ, start_response):
    size = int(environ["CONTENT_LENGTH"])
    return pickle.loads(environ["wsgi.input"].read(size))  #! error
make_server("", 8000, application).serve_forever()
=== gradio interface
import gradio as gr
def predict(file):
    with open(file.name, "rb") as opened:
        return str(pickle.load(opened))  #! error
def by_path(file):
    with open(file, "rb") as opened:
        return str(pickle.load(opened))  #! error
gr.Interface(fn=predict, inputs=gr.File(), outputs="text").launch()
gr.Interface(by_path, gr.File(type="filepath"), "text").launch()
=== gradio blocks
import gradio as gr
def restore(path):
    return str(pickle.load(open(path, "rb")))  #! error
with gr.Blocks() as demo:
    upload = gr.File(label="checkpoint")
    text = gr.Textbox()
    button = gr.Button("load")
    button.click(restore, inputs=[upload], outputs=text)
demo.launch()
=== gradio events of any component
import gradio as gr
def restore(path):
    return str(pickle.load(open(path, "rb")))  #! error
def other(path):
    return str(pickle.load(open(path, "rb")))  #! error
with gr.Blocks() as demo:
    upload = gr.UploadButton()
    upload.upload(fn=restore, inputs=upload)
    name = gr.Radio(["a"])
    name.change(other, name, None)
=== streamlit
import streamlit as st
file = st.file_uploader("model")
if file is not None:
    model = pickle.load(file)  #! error
    model = pickle.loads(file.read())  #! error
    model = pickle.loads(file.getvalue())  #! error
for each in st.sidebar.file_uploader("models", accept_multiple_files=True):
    pickle.load(each)  #! error
name = st.text_input("path")
model = pickle.load(open(name, "rb"))  #! error
=== streamlit columns
import streamlit as st
left, right = st.columns(2)
file = left.file_uploader("model")
pickle.load(file)  #! error
with st.sidebar:
    pickle.load(st.file_uploader("other"))  #! error
=== chainlit
import chainlit as cl
@cl.on_message
async def main(message: cl.Message):
    for element in message.elements:
        pickle.load(open(element.path, "rb"))  #! error
=== dash upload
import base64
from dash import Dash, Input, Output
app = Dash(__name__)
@app.callback(Output("out", "children"), Input("upload", "contents"))
def update(contents):
    return pickle.loads(base64.b64decode(contents.split(",")[1]))  #! error
=== AWS lambda
import base64
import json
def lambda_handler(event, context):
    pickle.loads(base64.b64decode(event["body"]))  #! error
    body = json.loads(event["body"])
    return pickle.loads(base64.b64decode(body["model"]))  #! error
=== what is called like an AWS lambda, and is none
def _listing(event, context):
    return pickle.loads(event["body"])  #! note
def handler(event, context, more):
    return pickle.loads(event["body"])  #! note
class Bus:
    def handler(event, context):
        return pickle.loads(event["body"])  #! note
=== AWS lambda powertools
from aws_lambda_powertools.utilities.typing import LambdaContext
def handle(event: dict, context: LambdaContext):
    return pickle.loads(event["body"])  #! error
=== azure functions
import azure.functions as func
def main(req: func.HttpRequest) -> func.HttpResponse:
    pickle.load(req.files["model"])  #! error
    return pickle.loads(req.get_body())  #! error
=== azure functions v2
import azure.functions as func
app = func.FunctionApp()
@app.route(route="predict")
def predict(req):
    return pickle.loads(req.get_body())  #! error
@app.blob_trigger(arg_name="blob", path="models/{name}", connection="c")
def blob(blob: func.InputStream):
    return pickle.loads(blob.read())  #! error
@app.queue_trigger(arg_name="message", queue_name="q", connection="c")
def queue(message: func.QueueMessage):
    return pickle.loads(message.get_body())  #! error
=== functions framework
import base64
import functions_framework
@functions_framework.http
def predict(request):
    return pickle.loads(request.get_data())  #! error
@functions_framework.cloud_event
def event(cloud_event):
    return pickle.loads(base64.b64decode(cloud_event.data["message"]["data"]))  #! error
=== bentoml
import bentoml
from pathlib import Path
@bentoml.service
class Service:
    @bentoml.api
    def predict(self, blob: bytes) -> str:
        return str(pickle.loads(blob))  #! error
    @bentoml.api
    def file(self, model: Path) -> str:
        return str(pickle.load(open(model, "rb")))  #! error
=== bentoml of old
import bentoml
from bentoml.io import File
svc = bentoml.Service("model")
@svc.api(input=File(), output=File())
def predict(file):
    return pickle.load(file)  #! error
=== litserve
import litserve as ls
class Model(ls.LitAPI):
    def setup(self, device):
        self.model = None
    def decode_request(self, request):
        return pickle.loads(request["blob"])  #! error
=== ray serve
from ray import serve
from starlette.requests import Request
@serve.deployment
class Model:
    async def __call__(self, request: Request):
        return pickle.loads(await request.body())  #! error
@serve.deployment(num_replicas=2)
class Other:
    async def __call__(self, http_request):
        return pickle.loads(await http_request.body())  #! error
=== torchserve handler
from ts.torch_handler.base_handler import BaseHandler
class Handler(BaseHandler):
    def preprocess(self, data):
        return pickle.loads(data[0].get("body"))  #! error
class Whole(BaseHandler):
    def handle(self, data, context):
        return [pickle.loads(row.get("data") or row.get("body")) for row in data]  #! error
=== torchserve function
def handle(data, context):
    return pickle.loads(data[0]["body"])  #! note
=== mlserver
from mlserver import MLModel
from mlserver.types import InferenceRequest, InferenceResponse
class Model(MLModel):
    async def predict(self, payload: InferenceRequest) -> InferenceResponse:
        return pickle.loads(payload.inputs[0].data[0])  #! error
=== kserve
import kserve
class Model(kserve.Model):
    def preprocess(self, payload, headers=None):
        return pickle.loads(payload["instances"])  #! error
    def predict(self, payload, headers=None):
        return pickle.loads(payload["instances"][0])  #! error
=== seldon
from seldon_core.user_model import SeldonComponent
class Model(SeldonComponent):
    def predict(self, X, names=None, meta=None):
        return pickle.loads(X)  #! error
=== mlflow python model
import mlflow
class Model(mlflow.pyfunc.PythonModel):
    def predict(self, context, model_input, params=None):
        return pickle.loads(model_input)  #! error
=== sagemaker handlers
def input_fn(request_body, request_content_type):
    return pickle.loads(request_body)  #! error
=== cog
from cog import BasePredictor, Input, Path
class Predictor(BasePredictor):
    def setup(self):
        self.model = None
    def predict(self, weights: Path = Input(description="weights")) -> str:
        return str(pickle.load(open(weights, "rb")))  #! error
=== runpod
import runpod
def handler(job):
    return pickle.loads(job["input"]["blob"])  #! error
runpod.serverless.start({"handler": handler})
=== grpc servicer
import grpc
import service_pb2_grpc
class Model(service_pb2_grpc.ModelServicer):
    def Predict(self, request, context):
        return pickle.loads(request.data)  #! error
    def Stream(self, request_iterator, context):
        for request in request_iterator:
            yield pickle.loads(request.chunk)  #! error
=== flower client
import xmlrpc.server
def restore(blob):
    return pickle.loads(blob.data)  #! error
server = xmlrpc.server.SimpleXMLRPCServer(("0.0.0.0", 8000))
server.register_function(restore, "restore")
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_source_is_known(name: str) -> None:
    check(PROGRAMS[name])
