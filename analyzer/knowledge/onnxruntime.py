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
)
