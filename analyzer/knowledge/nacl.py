"""What do the classes of `nacl` (PyNaCl) do to values?"""

from analyzer.knowledge.table import api, cls

# A `SealedBox` says nothing of its sender: anybody can make one, and so it verifies nothing.
ENTRIES = (
    cls("nacl.signing.VerifyKey(key, encoder)"),
    api("nacl.signing.VerifyKey.verify(smessage, signature, encoder)", "validate", subject="smessage", how="verified"),
    cls("nacl.secret.SecretBox(key, encoder)"),
    api("nacl.secret.SecretBox.decrypt(ciphertext, nonce, encoder)", "validate", subject="ciphertext", how="verified"),
    cls("nacl.public.Box(private_key, public_key)"),
    api("nacl.public.Box.decrypt(ciphertext, nonce, encoder)", "validate", subject="ciphertext", how="verified"),
    cls("nacl.public.SealedBox(recipient_key)"),
    api("nacl.public.SealedBox.decrypt(ciphertext, encoder)", subject="ciphertext"),
)
