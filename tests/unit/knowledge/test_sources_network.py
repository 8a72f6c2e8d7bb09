"""Is what comes over sockets, queues and caches an untrusted source, and what is local a trusted one?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# A line `=== name` starts a program; `#! level` says what the pickle rule must find in the line.
PROGRAMS = cases("""
=== socket
import socket
server = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
server.bind(("0.0.0.0", 9999))
server.listen()
connection, address = server.accept()
pickle.loads(connection.recv(4096))  #! error
with connection.makefile("rb") as file:
    pickle.load(file)  #! error
=== socket with a length prefix
import socket
import struct
def receive(sock, count):
    data = b""
    while len(data) < count:
        data += sock.recv(count - len(data))
    return data
def main():
    sock = socket.create_connection(("host", 9999))
    (size,) = struct.unpack(">I", receive(sock, 4))
    return pickle.loads(receive(sock, size))  #! error
=== socket datagrams
import socket
sock = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
sock.bind(("", 9999))
data, address = sock.recvfrom(65535)
pickle.loads(data)  #! error
buffer = bytearray(1024)
sock.recv_into(buffer)
pickle.loads(buffer)  #! error
=== socket by annotation
import socket
def receive(sock: socket.socket):
    return pickle.loads(sock.recv(4096))  #! error
=== unix socket
import socket
sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
sock.connect("/run/app.sock")
pickle.loads(sock.recv(4096))
=== socket pair
import socket
left, right = socket.socketpair()
pickle.loads(left.recv(4096))
=== asyncio streams
import asyncio
async def client():
    reader, writer = await asyncio.open_connection("host", 8888)
    pickle.loads(await reader.read(1000))  #! error
    pickle.loads(await reader.readexactly(10))  #! error
async def serve(reader, writer):
    size = int.from_bytes(await reader.readexactly(4), "big")
    pickle.loads(await reader.readexactly(size))  #! error
async def main():
    server = await asyncio.start_server(serve, "0.0.0.0", 8888)
    await server.serve_forever()
=== asyncio unix stream
import asyncio
async def client():
    reader, writer = await asyncio.open_unix_connection("/run/app.sock")
    pickle.loads(await reader.read(1000))
=== asyncio protocol
import asyncio
class Server(asyncio.Protocol):
    def data_received(self, data):
        pickle.loads(data)  #! error
class Datagrams(asyncio.DatagramProtocol):
    def datagram_received(self, data, addr):
        pickle.loads(data)  #! error
=== socket server
import socketserver
class Handler(socketserver.StreamRequestHandler):
    def handle(self):
        pickle.load(self.rfile)  #! error
        pickle.loads(self.request.recv(1024))  #! error
class Datagram(socketserver.BaseRequestHandler):
    def handle(self):
        data, sock = self.request
        pickle.loads(data)  #! error
=== websockets
import asyncio
import websockets
async def client():
    async with websockets.connect("wss://host") as ws:
        pickle.loads(await ws.recv())  #! error
        async for message in ws:
            pickle.loads(message)  #! error
async def handler(websocket):
    async for message in websocket:
        pickle.loads(message)  #! error
async def main():
    async with websockets.serve(handler, "0.0.0.0", 8765):
        await asyncio.Future()
=== websockets in threads
from websockets.sync.client import connect
with connect("ws://host:8765") as ws:
    pickle.loads(ws.recv())  #! error
=== websocket-client
import websocket
ws = websocket.create_connection("ws://host")
pickle.loads(ws.recv())  #! error
def on_message(ws, message):
    pickle.loads(message)  #! error
app = websocket.WebSocketApp("ws://host", on_message=on_message)
app.run_forever()
=== aiohttp web socket client
import aiohttp
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.ws_connect("ws://host") as ws:
            async for message in ws:
                pickle.loads(message.data)  #! error
=== redis
import redis
r = redis.Redis(host="cache", port=6379)
pickle.loads(r.get("model"))  #! error
pickle.loads(r.hget("models", "first"))  #! error
pickle.loads(r.lpop("queue"))  #! error
_, item = r.blpop("queue")
pickle.loads(item)  #! error
for stream, messages in r.xread({"s": "$"}):
    for key, fields in messages:
        pickle.loads(fields[b"data"])  #! error
for message in r.pubsub().listen():
    pickle.loads(message["data"])  #! error
pool = redis.ConnectionPool.from_url("redis://cache")
pickle.loads(redis.StrictRedis(connection_pool=pool).get("a"))  #! error
pipe = r.pipeline()
pipe.get("a")
pickle.loads(pipe.execute()[0])  #! error
=== redis asyncio
import redis.asyncio as redis
async def main():
    r = redis.from_url("redis://cache")
    pickle.loads(await r.get("model"))  #! error
    r = redis.Redis()
    async for message in r.pubsub().listen():
        pickle.loads(message["data"])  #! error
=== redis cluster and sentinel
from redis.cluster import RedisCluster
from redis.sentinel import Sentinel
pickle.loads(RedisCluster(host="a").get("model"))  #! error
master = Sentinel([("a", 1)]).master_for("mymaster")
pickle.loads(master.get("model"))  #! error
=== redis by annotation
from redis import Redis
class Cache:
    def __init__(self, client: Redis):
        self.client = client
    def get(self, key):
        return pickle.loads(self.client.get(key))  #! error
=== memcache
import memcache
mc = memcache.Client(["127.0.0.1:11211"])
pickle.loads(mc.get("key"))  #! error
=== pymemcache
from pymemcache.client.base import Client
from pymemcache.client.hash import HashClient
pickle.loads(Client("host").get("key"))  #! error
for value in HashClient([("a", 1)]).get_many(["a"]).values():
    pickle.loads(value)  #! error
=== kafka-python
from kafka import KafkaConsumer
consumer = KafkaConsumer("topic", bootstrap_servers="broker:9092")
for message in consumer:
    pickle.loads(message.value)  #! error
for messages in consumer.poll(1000).values():
    for message in messages:
        pickle.loads(message.value)  #! error
=== kafka-python deserializer
from kafka import KafkaConsumer
consumer = KafkaConsumer("topic", value_deserializer=lambda m: pickle.loads(m))  #! error
=== kafka-python deserializer by name
from kafka import KafkaConsumer
def restore(data):
    return pickle.loads(data)  #! error
consumer = KafkaConsumer("topic", value_deserializer=restore)
=== aiokafka
from aiokafka import AIOKafkaConsumer
async def main():
    consumer = AIOKafkaConsumer("topic", bootstrap_servers="broker")
    async for message in consumer:
        pickle.loads(message.value)  #! error
    one = await consumer.getone()
    pickle.loads(one.value)  #! error
=== confluent-kafka
from confluent_kafka import Consumer
consumer = Consumer({"bootstrap.servers": "broker"})
message = consumer.poll(1.0)
pickle.loads(message.value())  #! error
for each in consumer.consume(10):
    pickle.loads(each.value())  #! error
=== pika
import pika
connection = pika.BlockingConnection(pika.ConnectionParameters("host"))
channel = connection.channel()
def on_message(ch, method, properties, body):
    pickle.loads(body)  #! error
channel.basic_consume(queue="q", on_message_callback=on_message)
method, properties, body = channel.basic_get("q")
pickle.loads(body)  #! error
for method, properties, body in channel.consume("q"):
    pickle.loads(body)  #! error
=== pika callback method
import pika
class Worker:
    def start(self):
        self.connection = pika.BlockingConnection(pika.URLParameters("amqp://host"))
        self.channel = self.connection.channel()
        self.channel.basic_consume("q", self.on_message, auto_ack=True)
    def on_message(self, ch, method, properties, body):
        pickle.loads(body)  #! error
=== aio-pika
import aio_pika
async def main():
    connection = await aio_pika.connect_robust("amqp://host")
    channel = await connection.channel()
    queue = await channel.declare_queue("q")
    async with queue.iterator() as messages:
        async for message in messages:
            pickle.loads(message.body)  #! error
async def on_message(message: aio_pika.IncomingMessage):
    pickle.loads(message.body)  #! error
=== SQS
import boto3
sqs = boto3.client("sqs")
for message in sqs.receive_message(QueueUrl="q")["Messages"]:
    pickle.loads(bytes.fromhex(message["Body"]))  #! error
queue = boto3.resource("sqs").Queue("url")
for message in queue.receive_messages():
    pickle.loads(bytes.fromhex(message.body))  #! error
queue = boto3.resource("sqs").get_queue_by_name(QueueName="q")
for message in queue.receive_messages():
    pickle.loads(bytes.fromhex(message.body))  #! error
=== kinesis
import boto3
client = boto3.client("kinesis")
for record in client.get_records(ShardIterator="x")["Records"]:
    pickle.loads(record["Data"])  #! error
=== PubSub
from google.cloud import pubsub_v1
def callback(message):
    pickle.loads(message.data)  #! error
subscriber = pubsub_v1.SubscriberClient()
subscriber.subscribe("subscription", callback=callback)
response = subscriber.pull(subscription="s", max_messages=1)
for received in response.received_messages:
    pickle.loads(received.message.data)  #! error
=== celery task
from celery import Celery
app = Celery("tasks")
@app.task
def restore(blob):
    return pickle.loads(blob)  #! error
@app.task(bind=True)
def bound(self, blob):
    return pickle.loads(blob)  #! error
=== celery shared task
from celery import shared_task
@shared_task
def restore(blob):
    return pickle.loads(blob)  #! error
=== mqtt
import paho.mqtt.client as mqtt
def on_message(client, userdata, message):
    pickle.loads(message.payload)  #! error
client = mqtt.Client()
client.on_message = on_message
client.connect("host")
=== nats
import nats
async def main():
    nc = await nats.connect("nats://host")
    async def handler(message):
        pickle.loads(message.data)  #! error
    await nc.subscribe("models", cb=handler)
    sub = await nc.subscribe("other")
    message = await sub.next_msg()
    pickle.loads(message.data)  #! error
=== zmq pickles
import zmq
context = zmq.Context()
socket = context.socket(zmq.PULL)
socket.bind("tcp://*:5555")
pickle.loads(socket.recv())  #! error
parts = socket.recv_multipart()
pickle.loads(parts[1])  #! error
identity, body = socket.recv_multipart()
pickle.loads(body)  #! error
socket.recv_serialized(pickle.loads)  #! error
socket.recv_pyobj()  #! error
=== zmq lambda deserializer
import zmq
socket = zmq.Context.instance().socket(zmq.PULL)
socket.connect("tcp://10.0.0.1:5555")
socket.recv_serialized(deserialize=lambda frames: pickle.loads(frames[0]))  #! error
=== zmq asyncio
import zmq
import zmq.asyncio
async def main():
    context = zmq.asyncio.Context()
    socket = context.socket(zmq.SUB)
    socket.connect("tcp://host:5555")
    await socket.recv_pyobj()  #! error
    pickle.loads(await socket.recv())  #! error
    _, body = await socket.recv_multipart()
    pickle.loads(body)  #! error
=== zmq local transports
import zmq
context = zmq.Context()
first = context.socket(zmq.PULL)
first.bind("ipc:///tmp/engine")
pickle.loads(first.recv())
first.recv_pyobj()
second = context.socket(zmq.PULL)
second.connect("inproc://engine")
pickle.loads(second.recv_multipart()[0])
second.recv_serialized(pickle.loads)
=== zmq addresses put together
import zmq
PREFIX = "ipc://"
def local(name):
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind(f"{PREFIX}/tmp/{name}")
    return socket.recv_pyobj()
def remote(host, port):
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind(f"tcp://{host}:{port}")
    return socket.recv_pyobj()  #! error
def formatted(host):
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind("tcp://{}:{}".format(host, 5))
    return socket.recv_pyobj()  #! error
def percent(host):
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind("tcp://%s:5" % host)
    return socket.recv_pyobj()  #! error
def added(port):
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind("tcp://*:" + str(port))
    return socket.recv_pyobj()  #! error
def random():
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind_to_random_port("tcp://*")
    return socket.recv_pyobj()  #! error
def loopback():
    socket = zmq.Context().socket(zmq.PULL)
    socket.bind("tcp://127.0.0.1:5555")
    return socket.recv_pyobj()  #! note
=== zmq address unknown
import zmq
def receive(address):
    socket = zmq.Context().socket(zmq.PULL)
    socket.connect(address)
    return socket.recv_pyobj()  #! note
def bare(socket: zmq.Socket):
    return socket.recv_pyobj()  #! note
=== zmq in a class
import zmq
class Remote:
    def __init__(self, port):
        self.socket = zmq.Context().socket(zmq.REP)
        self.socket.bind(f"tcp://*:{port}")
    def serve(self):
        return pickle.loads(self.socket.recv())  #! error
class Local:
    def __init__(self, name):
        self.socket = zmq.Context().socket(zmq.REP)
        self.socket.bind(f"ipc://{name}")
    def serve(self):
        return pickle.loads(self.socket.recv())
=== zmq made by a function
import zmq
def make(context, kind, path, bind=True):
    socket = context.socket(kind)
    if bind:
        socket.bind(path)
    else:
        socket.connect(path)
    return socket
def local():
    return make(zmq.Context(), zmq.PULL, "ipc:///run/engine").recv_pyobj()
def remote():
    return make(zmq.Context(), zmq.PULL, "tcp://0.0.0.0:5", False).recv_pyobj()  #! error
=== zmq bound in one of several ways
import zmq
def either(local):
    socket = zmq.Context().socket(zmq.PULL)
    if local:
        socket.bind("ipc:///run/engine")
    else:
        socket.bind("tcp://*:5555")
    return socket.recv_pyobj()  #! error
def perhaps(endpoint=None):
    socket = zmq.Context().socket(zmq.PULL)
    if endpoint is None:
        socket.bind("tcp://*:5555")
    else:
        socket.connect(endpoint)
    return socket.recv_pyobj()  #! note
def guarded():
    socket = zmq.Context().socket(zmq.PULL)
    try:
        socket.bind("tcp://*:5555")
    except zmq.ZMQError:
        print("in use")
    return socket.recv_pyobj()  #! error
=== zmq curve
import zmq
socket = zmq.Context().socket(zmq.REP)
socket.curve_secretkey = b"secret"
socket.curve_publickey = b"public"
socket.curve_server = True
socket.bind("tcp://*:5555")
pickle.loads(socket.recv())  #! note
socket.recv_pyobj()  #! note
other = zmq.Context().socket(zmq.REP)
other.setsockopt(zmq.CURVE_SERVER, 1)
other.bind("tcp://*:5556")
pickle.loads(other.recv())  #! note
=== zmq signed
import hashlib
import hmac
import zmq
socket = zmq.Context().socket(zmq.PULL)
socket.bind("tcp://*:5555")
signature, body = socket.recv_multipart()
if not hmac.compare_digest(hmac.new(b"key", body, hashlib.sha256).digest(), signature):
    raise ValueError("the signature is wrong")
pickle.loads(body)
=== aiozmq
import aiozmq
import zmq
async def main():
    stream = await aiozmq.create_zmq_stream(zmq.DEALER, bind="tcp://*:5555")
    message = await stream.read()
    pickle.loads(message[0])  #! error
=== multiprocessing listener with a key from elsewhere
import os
from multiprocessing.connection import Client, Listener
connection = Listener(("", 6000), authkey=os.environ["KEY"].encode()).accept()
connection.recv()
=== multiprocessing bytes
from multiprocessing.connection import Client, Listener
pickle.loads(Client(("10.0.0.1", 6000)).recv_bytes())  #! error
with Listener(("0.0.0.0", 6000)) as listener:
    with listener.accept() as connection:
        pickle.loads(connection.recv_bytes())  #! error
=== multiprocessing objects are the business of another rule
from multiprocessing.connection import Client, Listener
Client(("10.0.0.1", 6000)).recv()
Listener(("", 6000), authkey=b"secret password").accept().recv()
=== thread per connection
import socket
import threading
def handle(connection):
    pickle.loads(connection.recv(1024))  #! error
server = socket.create_server(("", 9999))
while True:
    connection, _ = server.accept()
    threading.Thread(target=handle, args=(connection,)).start()
=== multiprocessing local
import multiprocessing
from multiprocessing.connection import Client, Listener
from multiprocessing import Pipe, Process, Queue
from multiprocessing.shared_memory import SharedMemory
Listener("/run/app.sock", "AF_UNIX").accept().recv()
Client("/run/app.sock").recv()
left, right = Pipe()
left.recv()
pickle.loads(right.recv_bytes())
queue = Queue()
pickle.loads(queue.get())
pickle.loads(SharedMemory("block").buf[4:])
context = multiprocessing.get_context("spawn")
parent, child = context.Pipe()
parent.recv()
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_source_is_known(name: str) -> None:
    check(PROGRAMS[name])
