"""What do the functions of `ctypes` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# Loading a shared library runs its initialisers (documentation of `ctypes`, "Loading shared libraries").
_LIBRARIES = ("CDLL", "PyDLL", "OleDLL", "WinDLL")
_LOADERS = ("cdll", "pydll", "oledll", "windll")

ENTRIES: tuple[Api | Class, ...] = (
    *(
        cls(f"ctypes.{name}(name, mode, handle, use_errno, use_last_error, winmode)", roles="load.native")
        for name in _LIBRARIES
    ),
    *(api(f"ctypes.{name}.LoadLibrary(name)", "constant", roles="load.native") for name in _LOADERS),
    # The name of a library of the system, from where the system looks for libraries.
    api("ctypes.util.find_library(name)", "constant"),
)
