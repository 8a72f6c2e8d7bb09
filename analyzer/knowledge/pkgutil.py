"""What do the functions of `pkgutil` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (api("pkgutil.get_data(package, resource)", "source", origin="package-resource"),)
