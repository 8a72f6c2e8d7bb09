"""What do the functions of `pkg_resources` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(f"pkg_resources.{name}(package_or_requirement, resource_name)", "source", origin="package-resource")
    for name in ("resource_filename", "resource_stream", "resource_string", "resource_listdir")
)
