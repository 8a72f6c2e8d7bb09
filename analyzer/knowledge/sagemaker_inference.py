"""How does code get at what `sagemaker_inference`, the server in containers of SageMaker, hands to it?

It calls functions by their names (documentation of its toolkit, "Implement a handler service"); see `entrances`. What
they mention is what they do with their arguments.
"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "sagemaker_inference.default_inference_handler.input_data",
        "source",
        origin="request",
        words="predict predict_proba transform decision_function run loads read_csv model",
    ),
)
