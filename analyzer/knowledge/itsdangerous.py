"""What do the classes of `itsdangerous` do to values?"""

from analyzer.knowledge.table import api, cls

_SERIALIZERS = ("Serializer", "TimedSerializer", "URLSafeSerializer", "URLSafeTimedSerializer")

# A wrong signature raises, so what comes out is verified; `loads_unsafe` only says whether it was right. An option
# `serializer` of `pickle` makes `loads_unsafe` unpickle what anybody has sent.
ENTRIES = (
    *(cls(f"itsdangerous.{name}(secret_key, salt, serializer, **kwargs)") for name in _SERIALIZERS),
    *(cls(f"itsdangerous.{name}(secret_key, salt, **kwargs)") for name in ("Signer", "TimestampSigner")),
    *(api(f"itsdangerous.{name}.loads(s, **kwargs)", "validate", subject="s", how="verified") for name in _SERIALIZERS),
    *(api(f"itsdangerous.{name}.loads_unsafe(s, **kwargs)", subject="s") for name in _SERIALIZERS),
    *(
        api(f"itsdangerous.{name}.unsign(signed_value, **kwargs)", "validate", subject="signed_value", how="verified")
        for name in ("Signer", "TimestampSigner")
    ),
)

ALIASES = {f"itsdangerous.{module}": "itsdangerous" for module in ("serializer", "signer", "timed", "url_safe")}
