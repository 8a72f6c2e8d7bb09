"""What do the functions of `copy` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("copy.copy(x)"), api("copy.deepcopy(x, memo)", subject="x"))
