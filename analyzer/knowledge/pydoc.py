"""What do the functions of `pydoc` do to values?"""

from analyzer.knowledge.table import api

# `locate` imports the module that a dotted name begins with.
ENTRIES = (
    api("pydoc.locate(path, forceload)", "unknown", roles="import"),
    api("pydoc.safeimport(path, forceload, cache)", "unknown", roles="import"),
)
