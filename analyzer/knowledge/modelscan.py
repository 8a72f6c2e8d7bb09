"""What do the classes of `modelscan` do to values?"""

from analyzer.knowledge.table import api, cls

# modelscan 0.8.8. Role "scan.pickle": see `picklescan`.
ENTRIES = (
    cls("modelscan.modelscan.ModelScan(settings)"),
    api("modelscan.modelscan.ModelScan.scan(path, **kwargs)", "constant", roles="scan.pickle"),
)
