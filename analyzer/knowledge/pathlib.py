"""What do the classes of `pathlib` do to values?"""

from analyzer.knowledge.table import api, cls

# Option `attribute`: the row is of an attribute, not of a method.
_PATH = "pathlib.Path"
_SAME = [
    "absolute",
    "resolve",
    "expanduser",
    "joinpath",
    "with_name",
    "with_stem",
    "with_suffix",
    "relative_to",
    "as_posix",
    "as_uri",
    "readlink",
]
_FACTS = ["exists", "is_file", "is_dir", "is_absolute", "is_symlink", "match", "stat", "samefile"]
_NONE = ["mkdir", "rmdir", "unlink", "chmod", "touch"]

ENTRIES = (
    cls(f"{_PATH}(*segments)"),
    cls("pathlib.PosixPath(*segments)", _PATH),
    cls("pathlib.WindowsPath(*segments)", _PATH),
    cls("pathlib.PurePath(*segments)", _PATH),
    cls("pathlib.PurePosixPath(*segments)", _PATH),
    api(f"{_PATH}.cwd()", "constant", returns=_PATH),
    api(f"{_PATH}.home()", "constant", returns=_PATH),
    *(api(f"{_PATH}.{name}(*args)", returns=_PATH) for name in _SAME),
    *(api(f"{_PATH}.{name}", subject="self", returns=_PATH, attribute="yes") for name in ("parent", "parents")),
    *(
        api(f"{_PATH}.{name}", subject="self", attribute="yes")
        for name in ("name", "stem", "suffix", "parts", "anchor", "root", "drive")
    ),
    *(api(f"{_PATH}.{name}(*args)", "constant") for name in _FACTS),
    *(api(f"{_PATH}.{name}(*args, **kwargs)", "constant") for name in _NONE),
    *(api(f"{_PATH}.{name}(pattern)", subject="self") for name in ("glob", "rglob", "iterdir", "walk")),
    api(f"{_PATH}.open(mode, buffering, encoding, errors, newline)", "open", subject="self", returns="io.IOBase"),
    api(f"{_PATH}.read_bytes()", "open", subject="self"),
    api(f"{_PATH}.read_text(encoding, errors)", "open", subject="self"),
    api(f"{_PATH}.write_bytes(data)", "write", subject="data", path="self"),
    api(f"{_PATH}.write_text(data, encoding, errors, newline)", "write", subject="data", path="self"),
    api(f"{_PATH}.rename(target)", subject="self", returns=_PATH),
    api(f"{_PATH}.replace(target)", subject="self", returns=_PATH),
)
