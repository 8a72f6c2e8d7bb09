"""What do the functions of `onnxruntime` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("onnxruntime.InferenceSession(path_or_bytes, sess_options, providers, **kwargs)"),
    api(
        "onnxruntime.InferenceSession.run(output_names, input_feed, run_options)",
        "predict",
        roles="model-input",
        subject="input_feed",
    ),
    api("onnxruntime.InferenceSession.get_inputs()", "constant"),
    api("onnxruntime.InferenceSession.get_outputs()", "constant"),
    cls("onnxruntime.SessionOptions()"),
    # A shared library with operators (onnxruntime 1.32.0, `tools/convert_onnx_models_to_ort.py` shows the use).
    api(
        "onnxruntime.SessionOptions.register_custom_ops_library(path)",
        "constant",
        roles="load.native",
        subject="path",
    ),
)
