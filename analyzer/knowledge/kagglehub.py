"""What do the functions of `kagglehub` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("kagglehub.model_download(handle, path, **kwargs)", "source", origin="hub"),
    api("kagglehub.dataset_download(handle, path, **kwargs)", "source", origin="hub"),
    api("kagglehub.notebook_output_download(handle, path, **kwargs)", "source", origin="hub"),
)
