"""What do the functions of `kagglehub` do to values?"""

from analyzer.knowledge.table import api

# The version is part of the handle (kagglehub 1.0, `handle.py`). What is data is read, not run.
ENTRIES = (
    api("kagglehub.model_download(handle, path, **kwargs)", "source", roles="hub.fetch", origin="hub", hub="kaggle"),
    api("kagglehub.dataset_download(handle, path, **kwargs)", "source", roles="hub.fetch", origin="hub", hub="kaggle"),
    api(
        "kagglehub.notebook_output_download(handle, path, **kwargs)",
        "source",
        roles="hub.fetch",
        origin="hub",
        hub="kaggle",
    ),
)
