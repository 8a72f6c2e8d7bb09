"""What do the functions of `os` do to values?"""

from analyzer.knowledge.subprocess import FETCHING
from analyzer.knowledge.table import api

_FACTS = ["exists", "isfile", "isdir", "islink", "getsize", "getmtime", "getctime", "isabs", "samefile"]
_SAME = [
    "abspath",
    "basename",
    "dirname",
    "expanduser",
    "expandvars",
    "normcase",
    "normpath",
    "realpath",
    "split",
    "splitdrive",
    "splitext",
]

ENTRIES = (
    api("os.environ", "source", origin="environment"),
    api("os.getenv(key, default)", "source", origin="environment"),
    api("os.environ.get(key, default)", "source", origin="environment"),
    api("os.environ.copy()", "source", origin="environment"),
    # What is stored in the environment is read by libraries of this process, and by its children.
    api("os.environ.setdefault(key, value)", "source", origin="environment", assigns="os.environ"),
    api("os.environ.update(*args, **kwargs)", "constant", assigns="os.environ"),
    api("os.environ.pop(key, default)", "source", origin="environment", unassigns="os.environ"),
    api("os.putenv(key, value)", "constant", assigns="os.environ"),
    api("os.unsetenv(key)", "constant", unassigns="os.environ"),
    *(api(f"os.path.{name}(path)", "constant") for name in _FACTS),
    *(api(f"os.path.{name}(path)") for name in _SAME),
    api("os.path.join(path, *paths)"),
    api("os.path.relpath(path, start)"),
    api("os.path.commonpath(paths)"),
    api("os.path.commonprefix(paths)"),
    api("os.fspath(path)"),
    api("os.fsencode(filename)"),
    api("os.fsdecode(filename)"),
    # Names of files under a folder are as trustworthy as the folder.
    api("os.listdir(path)"),
    api("os.scandir(path)"),
    api("os.walk(top, **kwargs)"),
    api("os.open(path, flags, mode)", "open"),
    api("os.fdopen(fd, *args, **kwargs)", "open", returns="io.IOBase"),
    api("os.read(fd, n)"),
    api("os.system(command)", "command", roles="shell.run", words=FETCHING),
    api("os.popen(cmd, mode, buffering)", "command", roles="shell.run", words=FETCHING),
    api("os.getcwd()", "constant"),
    *(
        api(f"os.{name}(path, **kwargs)", "constant")
        for name in ("mkdir", "makedirs", "remove", "unlink", "rmdir", "chdir", "chmod", "stat", "access")
    ),
    api("os.cpu_count()", "constant"),
    api("os.getpid()", "constant"),
    api("os._exit(status)", "exit"),
    api("os.abort()", "exit"),
)

ALIASES = {"os.getenvb": "os.getenv", "os.environb": "os.environ"}
