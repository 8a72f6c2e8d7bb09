"""Is what is fetched from other machines, buckets and model registries an untrusted source?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# A line `=== name` starts a program; `#! level` says what the pickle rule must find in the line.
PROGRAMS = cases("""
=== requests
import requests
pickle.loads(requests.get("https://host/m.pkl").content)  #! error
session = requests.Session()
with session.get("https://host/m.pkl", stream=True) as response:
    pickle.load(response.raw)  #! error
    pickle.loads(b"".join(response.iter_content(1024)))  #! error
=== requests to a file
import requests
def fetch(url, path):
    with requests.get(url, stream=True) as response:
        with open(path, "wb") as out:
            for chunk in response.iter_content(8192):
                out.write(chunk)
fetch("https://host/m.pkl", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== httpx
import httpx
pickle.loads(httpx.get("https://host").content)  #! error
with httpx.stream("GET", "https://host") as response:
    pickle.loads(response.read())  #! error
async def main():
    async with httpx.AsyncClient() as client:
        response = await client.get("https://host")
        pickle.loads(response.content)  #! error
=== urllib
import urllib.request
pickle.load(urllib.request.urlopen("https://host"))  #! error
with urllib.request.urlopen(urllib.request.Request("https://host")) as response:
    pickle.loads(response.read())  #! error
path, headers = urllib.request.urlretrieve("https://host")
pickle.load(open(path, "rb"))  #! error
=== http client
import http.client
connection = http.client.HTTPSConnection("host")
connection.request("GET", "/")
pickle.loads(connection.getresponse().read())  #! error
=== urllib3
import urllib3
http = urllib3.PoolManager()
pickle.loads(http.request("GET", "https://host").data)  #! error
pickle.loads(urllib3.request("GET", "https://host").data)  #! error
=== aiohttp client
import aiohttp
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.get("https://host") as response:
            pickle.loads(await response.read())  #! error
            pickle.loads(await response.content.read())  #! error
        response = await session.post("https://host")
        pickle.loads(await response.read())  #! error
=== wget
import wget
pickle.load(open(wget.download("https://host/m.pkl"), "rb"))  #! error
wget.download("https://host/m.pkl", out="m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== wget and curl in a shell
import os
import subprocess
os.system("wget https://host/m.pkl -O a.pkl")
pickle.load(open("a.pkl", "rb"))  #! error
subprocess.run(["curl", "-L", "https://host/m.pkl", "-o", "b.pkl"], check=True)
pickle.load(open("b.pkl", "rb"))  #! error
subprocess.check_call("wget -q https://host/c.pkl", shell=True)
pickle.load(open("c.pkl", "rb"))  #! error
os.system("wget -P models https://host/d.pkl")
pickle.load(open("models/d.pkl", "rb"))  #! error
=== gdown
import gdown
pickle.load(open(gdown.download(id="x", output="m.pkl"), "rb"))  #! error
gdown.download("https://host", "n.pkl")
pickle.load(open("n.pkl", "rb"))  #! error
=== hugging face hub
from huggingface_hub import HfFileSystem, hf_hub_download, snapshot_download
pickle.load(open(hf_hub_download("a/b", "m.pkl"), "rb"))  #! error
pickle.load(open(snapshot_download("a/b") + "/m.pkl", "rb"))  #! error
hf_hub_download("a/b", "m.pkl", local_dir="models")
pickle.load(open("models/m.pkl", "rb"))  #! error
fs = HfFileSystem()
with fs.open("a/b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
=== hub directories
from huggingface_hub import snapshot_download
import os
snapshot_download(repo_id="a/b", local_dir="weights")
pickle.load(open(os.path.join("weights", "m.pkl"), "rb"))  #! error
=== wandb
import os
import wandb
run = wandb.init()
folder = run.use_artifact("model:latest").download()
pickle.load(open(os.path.join(folder, "m.pkl"), "rb"))  #! error
path = wandb.Api().artifact("e/p/model:v1").file()
pickle.load(open(path, "rb"))  #! error
wandb.Api().artifact("e/p/model:v1").download(root="art")
pickle.load(open("art/m.pkl", "rb"))  #! error
pickle.load(wandb.restore("m.pkl", run_path="e/p/r"))  #! error
=== mlflow
import mlflow
path = mlflow.artifacts.download_artifacts("runs:/1/model")
pickle.load(open(path + "/m.pkl", "rb"))  #! error
client = mlflow.tracking.MlflowClient()
pickle.load(open(client.download_artifacts("run", "m.pkl"), "rb"))  #! error
=== kagglehub
import kagglehub
path = kagglehub.model_download("a/b/c/d")
pickle.load(open(f"{path}/m.pkl", "rb"))  #! error
=== clearml
from clearml import InputModel, Model, Task, Dataset
path = Task.get_task(task_id="x").artifacts["model"].get_local_copy()
pickle.load(open(path, "rb"))  #! error
pickle.load(open(InputModel(model_id="x").get_local_copy(), "rb"))  #! error
pickle.load(open(Model("x").get_local_copy(), "rb"))  #! error
pickle.load(open(Dataset.get(dataset_id="x").get_local_copy() + "/a", "rb"))  #! error
=== neptune
import neptune
run = neptune.init_run(with_id="X-1")
run["model/weights"].download("m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== comet
import comet_ml
experiment = comet_ml.Experiment()
artifact = experiment.get_artifact("model")
artifact.download("models")
pickle.load(open("models/m.pkl", "rb"))  #! error
api = comet_ml.API()
pickle.loads(api.get_experiment_by_key("k").get_asset("id"))  #! error
=== modelscope
from modelscope import snapshot_download
pickle.load(open(snapshot_download("a/b") + "/m.pkl", "rb"))  #! error
=== S3
import boto3
s3 = boto3.client("s3")
pickle.loads(s3.get_object(Bucket="b", Key="k")["Body"].read())  #! error
s3.download_file("b", "k", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
buffer = io.BytesIO()
s3.download_fileobj("b", "k", buffer)
buffer.seek(0)
pickle.load(buffer)  #! error
with open("n.pkl", "wb") as file:
    s3.download_fileobj("b", "k", file)
pickle.load(open("n.pkl", "rb"))  #! error
=== S3 resource
import boto3
s3 = boto3.resource("s3")
pickle.loads(s3.Object("b", "k").get()["Body"].read())  #! error
s3.Object("b", "k").download_file("o.pkl")
pickle.load(open("o.pkl", "rb"))  #! error
s3.Bucket("b").download_file("k", "p.pkl")
pickle.load(open("p.pkl", "rb"))  #! error
buffer = io.BytesIO()
s3.Bucket("b").download_fileobj("k", buffer)
pickle.loads(buffer.getvalue())  #! error
s3.meta.client.download_file("b", "k", "q.pkl")
pickle.load(open("q.pkl", "rb"))  #! error
=== google storage
from google.cloud import storage
bucket = storage.Client().bucket("b")
pickle.loads(bucket.blob("k").download_as_bytes())  #! error
bucket.blob("k").download_to_filename("m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
with bucket.get_blob("k").open("rb") as file:
    pickle.load(file)  #! error
for blob in storage.Client().list_blobs("b"):
    pickle.loads(blob.download_as_string())  #! error
buffer = io.BytesIO()
bucket.blob("k").download_to_file(buffer)
pickle.loads(buffer.getvalue())  #! error
=== azure blobs
from azure.storage.blob import BlobClient, BlobServiceClient, ContainerClient
service = BlobServiceClient.from_connection_string("c")
client = service.get_blob_client("container", "m.pkl")
pickle.loads(client.download_blob().readall())  #! error
with open("m.pkl", "wb") as file:
    file.write(client.download_blob().readall())
pickle.load(open("m.pkl", "rb"))  #! error
with open("n.pkl", "wb") as file:
    client.download_blob().readinto(file)
pickle.load(open("n.pkl", "rb"))  #! error
container = ContainerClient.from_connection_string("c", "container")
pickle.loads(container.download_blob("m.pkl").content_as_bytes())  #! error
pickle.loads(BlobClient.from_blob_url("u").download_blob().readall())  #! error
=== fsspec
import fsspec
with fsspec.open("s3://b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
fs = fsspec.filesystem("s3")
with fs.open("b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
pickle.loads(fs.cat("b/m.pkl"))  #! error
fs.get("b/m.pkl", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== fsspec of local files
import fsspec
with fsspec.open("models/m.pkl", "rb") as file:
    pickle.load(file)
with fsspec.filesystem("file").open("models/m.pkl", "rb") as file:
    pickle.load(file)
=== s3fs and gcsfs
import gcsfs
import s3fs
with s3fs.S3FileSystem().open("b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
with gcsfs.GCSFileSystem().open("b/m.pkl") as file:
    pickle.load(file)  #! error
=== smart_open
from smart_open import open as remote_open
with remote_open("s3://b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
=== tensorflow files
import tensorflow as tf
with tf.io.gfile.GFile("gs://b/m.pkl", "rb") as file:
    pickle.load(file)  #! error
path = tf.keras.utils.get_file("m.pkl", "https://host/m.pkl")
pickle.load(open(path, "rb"))  #! error
=== paramiko
import paramiko
client = paramiko.SSHClient()
sftp = client.open_sftp()
sftp.get("m.pkl", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
with sftp.open("m.pkl") as file:
    pickle.load(file)  #! error
=== ftp
from ftplib import FTP
ftp = FTP("host")
with open("m.pkl", "wb") as file:
    ftp.retrbinary("RETR m.pkl", file.write)
pickle.load(open("m.pkl", "rb"))  #! error
=== minio
from minio import Minio
client = Minio("host")
pickle.loads(client.get_object("b", "k").read())  #! error
client.fget_object("b", "k", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== databases
import sqlite3
import pymongo
row = sqlite3.connect("own.db").execute("select blob from models").fetchone()
pickle.loads(row[0])
document = pymongo.MongoClient("mongodb://host")["db"]["models"].find_one({"name": "m"})
pickle.loads(document["blob"])  #! error
=== torch hub
import torch
torch.hub.download_url_to_file("https://host/m.pkl", "m.pkl")
pickle.load(open("m.pkl", "rb"))  #! error
=== pooch
import pooch
pickle.load(open(pooch.retrieve("https://host/m.pkl", known_hash=None), "rb"))  #! error
pickle.load(open(pooch.retrieve("https://host/m.pkl", known_hash="md5:00"), "rb"))
=== model outputs
from openai import OpenAI
import base64
answer = OpenAI().chat.completions.create(model="m", messages=[])
pickle.loads(base64.b64decode(answer.choices[0].message.content))  #! error
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_source_is_known(name: str) -> None:
    check(PROGRAMS[name])
