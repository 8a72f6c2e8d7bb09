"""What do the functions of `kafka` (kafka-python) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("kafka.KafkaConsumer(*topics, **configs)", origin="queue"),
    api("kafka.KafkaConsumer.poll(timeout_ms, max_records)", "source", origin="queue"),
)

ALIASES = {"kafka.consumer.KafkaConsumer": "kafka.KafkaConsumer"}
