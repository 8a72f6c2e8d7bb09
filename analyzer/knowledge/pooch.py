"""What do the functions of `pooch` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "pooch.retrieve(url, known_hash, fname, path, **kwargs)",
        "source",
        roles="download.file",
        origin="download",
        verified_by="known_hash",
    ),
)
