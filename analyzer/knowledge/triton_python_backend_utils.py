"""What do the functions of `triton_python_backend_utils` do to values?"""

from analyzer.knowledge.table import api

# The module exists inside of the Triton server only; "Using the Python backend" of its documentation describes it.
ENTRIES = (
    api("triton_python_backend_utils.get_input_tensor_by_name(inference_request, name)", "source", origin="request"),
)
