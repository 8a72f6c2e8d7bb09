"""What do the functions of `ruamel.yaml` do to values?"""

from analyzer.knowledge.table import api, cls

# `typ` of YAML() is "rt" unless said otherwise, which builds no Python objects; "unsafe" builds any.
ENTRIES = (
    cls("ruamel.yaml.YAML(*, typ, pure, output, plug_ins)", roles="make.yaml"),
    api("ruamel.yaml.YAML.load(stream)"),
    api("ruamel.yaml.YAML.load_all(stream)"),
    api("ruamel.yaml.YAML.dump(data, stream)", "write", origin="own-file", path="stream"),
    api("ruamel.yaml.load(stream, Loader, version, preserve_quotes)", "load", roles="load.yaml", kind="loader"),
    api("ruamel.yaml.load_all(stream, Loader, version, preserve_quotes)", "load", roles="load.yaml", kind="loader"),
    api("ruamel.yaml.unsafe_load(stream, version)", "load", roles="load.yaml", kind="unsafe"),
    api("ruamel.yaml.safe_load(stream, version)"),
    api("ruamel.yaml.safe_load_all(stream, version)"),
    api("ruamel.yaml.round_trip_load(stream, version, preserve_quotes)"),
    api("ruamel.yaml.round_trip_load_all(stream, version, preserve_quotes)"),
    cls("ruamel.yaml.BaseLoader(stream)"),
    cls("ruamel.yaml.SafeLoader(stream)"),
    cls("ruamel.yaml.CSafeLoader(stream)", "ruamel.yaml.SafeLoader"),
    cls("ruamel.yaml.RoundTripLoader(stream)", "ruamel.yaml.SafeLoader"),
    cls("ruamel.yaml.UnsafeLoader(stream)"),
    cls("ruamel.yaml.Loader(stream)", "ruamel.yaml.UnsafeLoader"),
    cls("ruamel.yaml.CLoader(stream)", "ruamel.yaml.UnsafeLoader"),
)

ALIASES = {"ruamel.yaml.loader": "ruamel.yaml", "ruamel.yaml.main": "ruamel.yaml"}
