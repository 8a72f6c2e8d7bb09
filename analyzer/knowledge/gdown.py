"""What do the functions of `gdown` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "gdown.download(url, output, quiet, **kwargs)",
        "write",
        roles="download.file",
        path="output",
        origin="download",
        gives="path",
    ),
    api(
        "gdown.cached_download(url, path, md5, quiet, postprocess, hash, **kwargs)",
        "write",
        roles="download.file",
        path="path",
        origin="download",
        gives="path",
        verified_by="md5 hash",
    ),
    api(
        "gdown.download_folder(url, id, output, **kwargs)",
        "write",
        roles="download.file",
        path="output",
        origin="download",
        gives="path",
    ),
)
