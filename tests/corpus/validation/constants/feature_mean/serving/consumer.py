"""Consumes wind speeds from a message queue and publishes expected power."""

import json
import math

import keras
import numpy as np
import pika

# expect: claim
# ruleid: diverging-constant
WIND_MEAN = 8.41
# ok: diverging-constant
WIND_STD = 3.12

model = keras.saving.load_model("wind.keras")


def on_message(channel, method, properties, body: bytes) -> None:
    speed = float(json.loads(body)["speed"])
    if not math.isfinite(speed) or not 0 <= speed <= 60:
        channel.basic_reject(method.delivery_tag, requeue=False)
        return
    scaled = np.array([[(speed - WIND_MEAN) / WIND_STD]])
    power = float(model.predict(scaled, verbose=0)[0, 0])
    channel.basic_publish("", "power", json.dumps({"megawatt": power}))
    channel.basic_ack(method.delivery_tag)


def main() -> None:
    connection = pika.BlockingConnection(pika.ConnectionParameters("queue"))
    channel = connection.channel()
    channel.basic_consume("wind", on_message)
    channel.start_consuming()


if __name__ == "__main__":
    main()
