"""What do the functions of `wget` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("wget.download(url, out, bar)", "write", roles="download.file", path="out", origin="download", gives="path"),
)
