"""What do the functions of `yaml` (PyYAML) do to values?"""

from analyzer.knowledge.table import api, cls

# Option `kind`: which objects the document may build when nothing else is said.
#   "loader": decided by the argument `Loader`; "unsafe": any; "full": instances of classes already imported.
ENTRIES = (
    api("yaml.load(stream, Loader)", "load", roles="load.yaml", kind="loader"),
    api("yaml.load_all(stream, Loader)", "load", roles="load.yaml", kind="loader"),
    api("yaml.unsafe_load(stream)", "load", roles="load.yaml", kind="unsafe"),
    api("yaml.unsafe_load_all(stream)", "load", roles="load.yaml", kind="unsafe"),
    api("yaml.full_load(stream)", "load", roles="load.yaml", kind="full"),
    api("yaml.full_load_all(stream)", "load", roles="load.yaml", kind="full"),
    api("yaml.safe_load(stream)"),
    api("yaml.safe_load_all(stream)"),
    api("yaml.dump(data, stream, Dumper, **kwds)", "source", origin="own-file"),
    api("yaml.safe_dump(data, stream, **kwds)", "source", origin="own-file"),
    # Without `Loader`, these go to `Loader`, `FullLoader` and `UnsafeLoader`, never to `SafeLoader` (PyYAML 6.0).
    api("yaml.add_constructor(tag, constructor, Loader)", roles="yaml.tags"),
    api("yaml.add_multi_constructor(tag_prefix, multi_constructor, Loader)", roles="yaml.tags"),
    api("yaml.add_implicit_resolver(tag, regexp, first, Loader)", roles="yaml.tags"),
    api("yaml.add_path_resolver(tag, path, kind, Loader)", roles="yaml.tags"),
    *(
        api(f"yaml.{loader}.{method}", roles="yaml.tags")
        for loader in ("FullLoader", "UnsafeLoader")
        for method in (
            "add_constructor(tag, constructor)",
            "add_multi_constructor(tag_prefix, multi_constructor)",
            "add_implicit_resolver(tag, regexp, first)",
            "add_path_resolver(tag, path, kind)",
        )
    ),
    cls("yaml.BaseLoader(stream)"),
    cls("yaml.SafeLoader(stream)"),
    cls("yaml.CSafeLoader(stream)", "yaml.SafeLoader"),
    cls("yaml.CBaseLoader(stream)", "yaml.BaseLoader"),
    cls("yaml.FullLoader(stream)"),
    cls("yaml.CFullLoader(stream)", "yaml.FullLoader"),
    cls("yaml.UnsafeLoader(stream)"),
    cls("yaml.CUnsafeLoader(stream)", "yaml.UnsafeLoader"),
    cls("yaml.Loader(stream)", "yaml.UnsafeLoader"),
    cls("yaml.CLoader(stream)", "yaml.UnsafeLoader"),
)

ALIASES = {"yaml.loader": "yaml", "yaml.cyaml": "yaml"}
