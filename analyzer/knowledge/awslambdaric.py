"""How does code get at what `awslambdaric`, the runtime of AWS Lambda, hands to it?

It calls a function with the parameters `event` and `context`; see `entrances`.
"""

from analyzer.knowledge.table import api

ENTRIES = (api("awslambdaric.event", "source", origin="request", words="event"),)
