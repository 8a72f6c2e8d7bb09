"""What do the classes of `litserve` do to values?"""

from analyzer.knowledge.table import cls

# litserve 0.2.19, api.py: requests go through `decode_request`, then `batch` and `predict`; without it as they came.
ENTRIES = (
    cls(
        "litserve.LitAPI(**kwargs)",
        handlers="decode_request predict",
        handler_origin="request",
        chain="predict=decode_request",
    ),
)
