"""What do the functions of `tarfile` do to values?"""

from analyzer.knowledge.table import api, cls

# Signatures as in Python 3.14. `filter` came with 3.12 and the last releases of 3.8 to 3.11; its default is "data" from
# 3.14 on, before it nothing is filtered. The attribute `extraction_filter` is used where
# the argument is not given (option `default`). Code that reads names of members may check them (option `looks_into`).
ENTRIES = (
    api("tarfile.open(name, mode, fileobj, bufsize, **kwargs)", "open", or_else="fileobj", returns="tarfile.TarFile"),
    cls("tarfile.TarFile(name, mode, fileobj, **kwargs)", opens="name fileobj", members="tarfile.TarInfo"),
    *(
        api(
            f"tarfile.TarFile.{name}(name, mode, fileobj, **kwargs)",
            "open",
            or_else="fileobj",
            returns="tarfile.TarFile",
        )
        for name in ("open", "taropen", "gzopen", "bz2open", "xzopen", "zstopen")
    ),
    api("tarfile.TarFile.extractfile(member)", subject="self", returns="io.IOBase"),
    api("tarfile.TarFile.getmembers()", subject="self", returns="tarfile.Members"),
    *(
        api(f"tarfile.TarFile.{name}(*args)", subject="self", returns="tarfile.TarInfo")
        for name in ("getmember", "next")
    ),
    api("tarfile.TarFile.getnames()", "validate", subject="self", how="names-read", looks_into="tarfile.TarFile"),
    api(
        "tarfile.TarFile.extractall(path, members, *, numeric_owner, filter)",
        "write",
        roles="extract",
        subject="self",
        path="path",
        kind="tar",
        shown="members",
        default="filter=extraction_filter",
    ),
    api(
        "tarfile.TarFile.extract(member, path, set_attrs, *, numeric_owner, filter)",
        "write",
        roles="extract",
        subject="self",
        path="path",
        kind="tar",
        shown="members",
        default="filter=extraction_filter",
    ),
    api("tarfile.TarFile.add(name, arcname, recursive, *, filter)", "mutate"),
    api("tarfile.TarFile.close()", "constant"),
    api("tarfile.is_tarfile(name)", "constant"),
    # What `getmembers` returns: nothing has been left out.
    cls("tarfile.Members", members="tarfile.TarInfo"),
    cls("tarfile.TarInfo(name)"),
    *(
        api(
            f"tarfile.TarInfo.{name}",
            "validate",
            subject="self",
            how="names-read",
            looks_into="tarfile.TarFile",
            attribute="yes",
        )
        for name in ("name", "path", "linkname", "linkpath")
    ),
    api("tarfile.data_filter(member, path)", subject="member"),
    api("tarfile.tar_filter(member, path)", subject="member"),
    api("tarfile.fully_trusted_filter(member, path)", subject="member"),
)
