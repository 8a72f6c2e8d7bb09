"""Kafka consumer that scores click events one by one and publishes the scores."""

import json
import os

import joblib
from kafka import KafkaConsumer, KafkaProducer

BROKERS = os.environ.get("BROKERS", "kafka:9092").split(",")
SIGNALS = ["dwell_ms", "scroll_depth", "referrer_rank", "hour"]


def main() -> None:
    model = joblib.load("/models/click_value.joblib")
    consumer = KafkaConsumer(
        "clicks",
        bootstrap_servers=BROKERS,
        group_id="click-value",
        value_deserializer=lambda raw: json.loads(raw),
    )
    producer = KafkaProducer(bootstrap_servers=BROKERS, value_serializer=lambda v: json.dumps(v).encode())
    for message in consumer:
        event = message.value
        row = [[event.get(name) for name in SIGNALS]]
        # expect: claim
        # ruleid: raw-request-to-model
        value = float(model.predict(row)[0])
        producer.send("click-values", {"event_id": event["id"], "value": value})


if __name__ == "__main__":
    main()
