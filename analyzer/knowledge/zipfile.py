"""What do the functions of `zipfile` do to values?"""

from analyzer.knowledge.table import api, cls

# Members are as trustworthy as the archive. `extract` and `extractall` leave ".." and drive letters out of the names
# (documentation of `ZipFile.extract`), but write as much as the archive says.
ENTRIES = (
    cls("zipfile.ZipFile(file, mode, compression, allowZip64, compresslevel)", opens="file"),
    api("zipfile.ZipFile.open(name, mode, pwd)", subject="self", returns="io.IOBase"),
    api("zipfile.ZipFile.read(name, pwd)", subject="self"),
    api("zipfile.ZipFile.namelist()", "validate", subject="self", how="names-read", looks_into="zipfile.ZipFile"),
    api("zipfile.ZipFile.infolist()", subject="self", returns="zipfile.Members"),
    api("zipfile.ZipFile.getinfo(name)", subject="self", returns="zipfile.ZipInfo"),
    api(
        "zipfile.ZipFile.extract(member, path, pwd)",
        "write",
        roles="extract",
        subject="self",
        path="path",
        kind="zip",
        gives="path",
    ),
    api(
        "zipfile.ZipFile.extractall(path, members, pwd)",
        "write",
        roles="extract",
        subject="self",
        path="path",
        kind="zip",
    ),
    api("zipfile.ZipFile.write(filename, arcname)", "mutate"),
    api("zipfile.ZipFile.writestr(name, data)", "mutate"),
    api("zipfile.ZipFile.close()", "constant"),
    api("zipfile.is_zipfile(filename)", "constant"),
    cls("zipfile.Members", members="zipfile.ZipInfo"),
    cls("zipfile.ZipInfo(filename)"),
    *(
        api(
            f"zipfile.ZipInfo.{name}",
            "validate",
            subject="self",
            how="names-read",
            looks_into="zipfile.ZipFile",
            attribute="yes",
        )
        for name in ("filename", "file_size", "compress_size")
    ),
)
