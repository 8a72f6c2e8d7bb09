"""What do the functions of `safetensors` do to values?"""

from analyzer.knowledge.table import api

_FRAMEWORKS = ("torch", "numpy", "tensorflow", "flax")

ENTRIES = (
    *(api(f"safetensors.{name}.load_file(filename, device)") for name in _FRAMEWORKS),
    *(api(f"safetensors.{name}.load(data)") for name in _FRAMEWORKS),
    *(
        api(f"safetensors.{name}.save_file(tensors, filename, metadata)", "write", origin="own-file", path="filename")
        for name in _FRAMEWORKS
    ),
    api("safetensors.safe_open(filename, framework, device)", "open"),
)
