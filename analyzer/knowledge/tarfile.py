"""What do the functions of `tarfile` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("tarfile.open(name, mode, fileobj, **kwargs)", "open", returns="tarfile.TarFile"),
    cls("tarfile.TarFile(name, mode, fileobj, **kwargs)"),
    api("tarfile.TarFile.open(name, mode, fileobj, **kwargs)", "open", returns="tarfile.TarFile"),
    api("tarfile.TarFile.extractfile(member)", subject="self", returns="io.IOBase"),
    *(
        api(f"tarfile.TarFile.{name}(*args)", subject="self")
        for name in ("getmember", "getmembers", "getnames", "next")
    ),
    api(
        "tarfile.TarFile.extractall(path, members, *, numeric_owner, filter)",
        "write",
        roles="extract",
        subject="self",
        path="path",
    ),
    api(
        "tarfile.TarFile.extract(member, path, set_attrs, *, numeric_owner, filter)",
        "write",
        roles="extract",
        subject="self",
        path="path",
    ),
    api("tarfile.TarFile.add(name, arcname, **kwargs)", "mutate"),
    api("tarfile.TarFile.close()", "constant"),
    api("tarfile.is_tarfile(name)", "constant"),
)
