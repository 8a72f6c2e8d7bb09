"""What do the functions of `zipfile` do to values?"""

from analyzer.knowledge.table import api, cls

# Members are as trustworthy as the archive: the interpreter opens the constructor's `file` like a path.
ENTRIES = (
    cls("zipfile.ZipFile(file, mode, compression, allowZip64)"),
    api("zipfile.ZipFile.open(name, mode, pwd)", subject="self", returns="io.IOBase"),
    *(
        api(f"zipfile.ZipFile.{name}(member, path, pwd)", subject="self")
        for name in ("read", "extract", "namelist", "infolist")
    ),
    api("zipfile.ZipFile.extractall(path, members, pwd)", "write", roles="extract", subject="self", path="path"),
    api("zipfile.ZipFile.write(filename, arcname)", "mutate"),
    api("zipfile.ZipFile.writestr(name, data)", "mutate"),
    api("zipfile.ZipFile.close()", "constant"),
    api("zipfile.is_zipfile(filename)", "constant"),
)
