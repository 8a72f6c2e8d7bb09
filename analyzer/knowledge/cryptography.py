"""What do the functions of `cryptography` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# Documentation of cryptography: a wrong key, signature or a changed message raises. Fernet and the ciphers with
# associated data authenticate before they decrypt.
_KEYS = "cryptography.hazmat.primitives.asymmetric"
_PUBLIC = (
    "rsa.RSAPublicKey",
    "ec.EllipticCurvePublicKey",
    "dsa.DSAPublicKey",
    "ed25519.Ed25519PublicKey",
    "ed448.Ed448PublicKey",
)
_AEAD = "cryptography.hazmat.primitives.ciphers.aead"
_HMAC = "cryptography.hazmat.primitives.hmac.HMAC"
_LOADERS = ("load_pem_public_key", "load_der_public_key", "load_ssh_public_key")

ENTRIES: tuple[Api | Class, ...] = (
    cls("cryptography.fernet.Fernet(key, backend)"),
    cls("cryptography.fernet.MultiFernet(fernets)", "cryptography.fernet.Fernet"),
    api("cryptography.fernet.Fernet.decrypt(token, ttl)", "validate", subject="token", how="verified"),
    api("cryptography.fernet.Fernet.encrypt(data)", subject="data"),
    *(
        api(f"cryptography.hazmat.primitives.serialization.{name}(data, backend)", returns=f"{_KEYS}.PublicKey")
        for name in _LOADERS
    ),
    cls(f"{_KEYS}.PublicKey"),
    api(f"{_KEYS}.PublicKey.verify(signature, data, *args, **kwargs)", "validate", subject="data", how="verified"),
    *(cls(f"{_KEYS}.{name}", f"{_KEYS}.PublicKey") for name in _PUBLIC),
    *(
        api(f"{_KEYS}.{name}.from_public_bytes(data)", returns=f"{_KEYS}.{name}")
        for name in ("ed25519.Ed25519PublicKey", "ed448.Ed448PublicKey")
    ),
    *(
        row
        for name in ("AESGCM", "ChaCha20Poly1305", "AESCCM", "AESOCB3", "AESGCMSIV")
        for row in (
            cls(f"{_AEAD}.{name}(key)"),
            api(f"{_AEAD}.{name}.decrypt(nonce, data, associated_data)", "validate", subject="data", how="verified"),
        )
    ),
    cls(f"{_HMAC}(key, algorithm, backend)"),
    api(f"{_HMAC}.update(data)", "mutate"),
    api(f"{_HMAC}.verify(signature)", "validate", subject="self", how="verified", content="yes"),
    api(f"{_HMAC}.finalize()", subject="self", returns="abstract.Signature"),
    api("cryptography.hazmat.primitives.constant_time.bytes_eq(a, b)", true="verified"),
)
