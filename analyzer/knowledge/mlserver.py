"""What do the classes of `mlserver` do to values?"""

from analyzer.knowledge.table import cls

ENTRIES = (
    cls("mlserver.MLModel(settings)", handlers="predict predict_stream", handler_origin="request"),
    cls("mlserver.types.InferenceRequest(**data)", origin="request"),
)

ALIASES = {"mlserver.model.MLModel": "mlserver.MLModel"}
