"""What do the classes of `itsdangerous` do to values?"""

from analyzer.knowledge.table import api, cls

_SERIALIZERS = ("Serializer", "TimedSerializer", "URLSafeSerializer", "URLSafeTimedSerializer")

# A wrong signature raises, so what comes out is verified.
ENTRIES = (
    *(cls(f"itsdangerous.{name}(secret_key, **kwargs)") for name in (*_SERIALIZERS, "Signer", "TimestampSigner")),
    *(api(f"itsdangerous.{name}.loads(s, **kwargs)", "validate", subject="s", how="verified") for name in _SERIALIZERS),
    *(
        api(f"itsdangerous.{name}.unsign(signed_value, **kwargs)", "validate", subject="signed_value", how="verified")
        for name in ("Signer", "TimestampSigner")
    ),
)
