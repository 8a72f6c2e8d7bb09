"""What do the functions of `aiokafka` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("aiokafka.AIOKafkaConsumer(*topics, **kwargs)", origin="queue"),
    api("aiokafka.AIOKafkaConsumer.getone(*partitions)", "source", origin="queue"),
    api("aiokafka.AIOKafkaConsumer.getmany(*partitions, **kwargs)", "source", origin="queue"),
)
