"""What do the functions of `importlib` do to values?"""

from analyzer.knowledge.table import api

_PATHS = ("files", "path", "as_file")
_CONTENT = ("open_binary", "open_text", "read_binary", "read_text")

ENTRIES = (
    api("importlib.import_module(name, package)", "unknown", roles="import"),
    *(
        api(
            f"importlib.resources.{name}(package, resource)",
            "source",
            origin="package-resource",
            returns="pathlib.Path",
        )
        for name in _PATHS
    ),
    *(
        api(f"importlib.resources.{name}(package, resource)", "source", origin="package-resource", returns="io.IOBase")
        for name in _CONTENT
    ),
    api("importlib.metadata.version(distribution_name)", "constant"),
)
