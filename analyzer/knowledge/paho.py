"""What do the functions of `paho` (MQTT) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    # Option `handles`: attributes that are called with what comes in.
    cls("paho.mqtt.client.Client(*args, **kwargs)", origin="queue", handles="on_message", handler_origin="queue"),
    cls("paho.mqtt.client.MQTTMessage", origin="queue"),
    api("paho.mqtt.subscribe.simple(topics, **kwargs)", "source", origin="queue"),
    api(
        "paho.mqtt.client.Client.message_callback_add(sub, callback)",
        roles="handler",
        origin="queue",
        subject="callback",
    ),
)
