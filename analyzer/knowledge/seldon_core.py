"""What do the classes of `seldon_core` do to values?"""

from analyzer.knowledge.table import cls

_METHODS = "predict predict_raw transform_input transform_input_raw transform_output send_feedback route aggregate"

ENTRIES = (cls("seldon_core.user_model.SeldonComponent(**kwargs)", handlers=_METHODS, handler_origin="request"),)

ALIASES = {"seldon_core.SeldonComponent": "seldon_core.user_model.SeldonComponent"}
