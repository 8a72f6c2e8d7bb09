"""What do the functions of `model_signing` do to values?"""

from analyzer.knowledge.table import api, cls

# `verify` raises unless the signature is that of the model (model-signing 1.1, `verifying.py`).
ENTRIES = (
    cls("model_signing.verifying.Config()"),
    *(
        api(f"model_signing.verifying.Config.{name}(**kwargs)", subject="self", returns="self")
        for name in (
            "use_sigstore_verifier",
            "use_elliptic_key_verifier",
            "use_certificate_verifier",
            "set_hashing_config",
            "set_ignore_unsigned_files",
        )
    ),
    api(
        "model_signing.verifying.Config.verify(model_path, signature_path)",
        "validate",
        subject="model_path",
        how="verified",
    ),
)
