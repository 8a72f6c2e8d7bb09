"""How does code get at what the inference server of `azureml` hands to it?

It calls the function `run` of a scoring script; see `entrances`.
"""

from analyzer.knowledge.table import api

ENTRIES = (api("azureml.raw_data", "source", origin="request", words="raw_data"),)
