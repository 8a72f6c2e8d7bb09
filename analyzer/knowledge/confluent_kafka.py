"""What do the functions of `confluent_kafka` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("confluent_kafka.Consumer(config)", origin="queue"),
    cls("confluent_kafka.DeserializingConsumer(config)", "confluent_kafka.Consumer", origin="queue"),
    api("confluent_kafka.Consumer.poll(timeout)", "source", origin="queue"),
    api("confluent_kafka.Consumer.consume(num_messages, timeout)", "source", origin="queue"),
)
