"""What do the functions of `environs` do to values?"""

from analyzer.knowledge.table import api, cls

_TYPES = "str bool int float json list dict url path"

# environs 15.2: an `Env` is called for a text, and has a method for each type.
ENTRIES = (
    cls("environs.Env(**kwargs)"),
    cls("environs.FileAwareEnv(**kwargs)", "environs.Env"),
    api("environs.Env.__call__(name, default, **kwargs)", "source", origin="environment"),
    *(api(f"environs.Env.{name}(name, default, **kwargs)", "source", origin="environment") for name in _TYPES.split()),
    api("environs.Env.read_env(*args, **kwargs)", "constant"),
    api("environs.env", "source", origin="environment"),
)
