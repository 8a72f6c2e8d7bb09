"""What do the functions of `paramiko` do to values?"""

from analyzer.knowledge.table import api, cls

_SFTP = "paramiko.SFTPClient"

# paramiko 5.1, sftp_client.py.
ENTRIES = (
    cls("paramiko.SSHClient()"),
    api("paramiko.SSHClient.open_sftp()", "constant", returns=_SFTP),
    cls(_SFTP),
    api(f"{_SFTP}.from_transport(t, **kwargs)", "constant", returns=_SFTP),
    *(
        api(f"{_SFTP}.{name}(filename, mode, bufsize)", "source", origin="download", returns="io.IOBase")
        for name in ("open", "file")
    ),
    api(
        f"{_SFTP}.get(remotepath, localpath, **kwargs)",
        "write",
        subject="remotepath",
        path="localpath",
        origin="download",
    ),
    api(f"{_SFTP}.getfo(remotepath, fl, **kwargs)", "write", subject="remotepath", path="fl", origin="download"),
)

ALIASES = {"paramiko.sftp_client.SFTPClient": _SFTP, "paramiko.client.SSHClient": "paramiko.SSHClient"}
