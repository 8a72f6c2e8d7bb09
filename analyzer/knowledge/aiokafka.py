"""What do the functions of `aiokafka` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    # Option `calls`: arguments that are called with what comes in (aiokafka 0.14, consumer/consumer.py).
    cls("aiokafka.AIOKafkaConsumer(*topics, **kwargs)", origin="queue", calls="value_deserializer key_deserializer"),
    api("aiokafka.AIOKafkaConsumer.getone(*partitions)", "source", origin="queue"),
    api("aiokafka.AIOKafkaConsumer.getmany(*partitions, **kwargs)", "source", origin="queue"),
)
