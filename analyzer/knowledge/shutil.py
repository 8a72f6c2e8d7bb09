"""What do the functions of `shutil` do to values?"""

from analyzer.knowledge.table import api

_COPY = ("copy", "copy2", "copyfile", "move", "copytree")

ENTRIES = (
    *(api(f"shutil.{name}(src, dst, **kwargs)", "write", subject="src", path="dst", gives="path") for name in _COPY),
    api("shutil.copyfileobj(fsrc, fdst, length)", "write", subject="fsrc", path="fdst"),
    api(
        "shutil.unpack_archive(filename, extract_dir, format, *, filter)",
        "write",
        roles="extract",
        subject="filename",
        path="extract_dir",
        kind="",  # said by `format`, else by the end of the file's name
    ),
    api("shutil.make_archive(base_name, format, root_dir)"),
    api("shutil.rmtree(path, **kwargs)", "constant"),
    api("shutil.which(cmd)", "constant"),
    api("shutil.disk_usage(path)", "constant"),
)
