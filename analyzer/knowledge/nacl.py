"""What do the classes of `nacl` (PyNaCl) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("nacl.signing.VerifyKey(key, encoder)"),
    api("nacl.signing.VerifyKey.verify(smessage, signature, encoder)", "validate", subject="smessage", how="verified"),
    cls("nacl.secret.SecretBox(key, encoder)"),
    api("nacl.secret.SecretBox.decrypt(ciphertext, nonce, encoder)", "validate", subject="ciphertext", how="verified"),
)
