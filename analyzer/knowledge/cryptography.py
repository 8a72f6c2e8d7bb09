"""What do the functions of `cryptography` do to values?"""

from analyzer.knowledge.table import api, cls

# Fernet authenticates before it decrypts: a wrong key or a changed token raises.
ENTRIES = (
    cls("cryptography.fernet.Fernet(key, backend)"),
    api("cryptography.fernet.Fernet.decrypt(token, ttl)", "validate", subject="token", how="verified"),
    api("cryptography.fernet.Fernet.encrypt(data)", subject="data"),
)
