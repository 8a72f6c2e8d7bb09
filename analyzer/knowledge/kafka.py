"""What do the functions of `kafka` (kafka-python) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    # Option `calls`: arguments that are called with what comes in (kafka-python 3.0, consumer/group.py).
    cls("kafka.KafkaConsumer(*topics, **configs)", origin="queue", calls="value_deserializer key_deserializer"),
    api("kafka.KafkaConsumer.poll(timeout_ms, max_records)", "source", origin="queue"),
)

ALIASES = {"kafka.consumer.KafkaConsumer": "kafka.KafkaConsumer"}
