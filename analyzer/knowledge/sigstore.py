"""What do the functions of `sigstore` do to values?"""

from analyzer.knowledge.table import api, cls

# `verify_artifact` raises unless the bundle is a signature of the content (sigstore, `verify/verifier.py`).
ENTRIES = (
    cls("sigstore.verify.Verifier(**kwargs)"),
    *(
        api(f"sigstore.verify.Verifier.{name}(**kwargs)", "constant", returns="sigstore.verify.Verifier")
        for name in ("production", "staging")
    ),
    api(
        "sigstore.verify.Verifier.verify_artifact(input_, bundle, policy)", "validate", subject="input_", how="verified"
    ),
)

ALIASES = {"sigstore.verify.verifier": "sigstore.verify"}
