"""What do the functions of `functions_framework` (Google Cloud Functions) do to values?"""

from analyzer.knowledge.table import api

# functions-framework 3.10: `http` hands over a flask request, the others an event.
ENTRIES = (
    api("functions_framework.http(func)", roles="handler", origin="request"),
    api("functions_framework.cloud_event(func)", roles="handler", origin="queue"),
    api("functions_framework.typed(*args)", roles="handler", origin="request"),
)
