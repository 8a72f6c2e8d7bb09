"""What do the functions of `ftplib` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("ftplib.FTP(host, user, passwd, acct, timeout, source_address)"),
    cls("ftplib.FTP_TLS(host, user, passwd, acct, **kwargs)", "ftplib.FTP"),
    *(
        api(f"ftplib.FTP.{name}(cmd, callback, **kwargs)", "callback", calls="callback", origin="download")
        for name in ("retrbinary", "retrlines")
    ),
)
