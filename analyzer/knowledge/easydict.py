"""What do the classes of `easydict` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("easydict.EasyDict(d, **kwargs)", subject="d"),)
