"""Release conditions of the forecasting models."""


class NotReleasable(RuntimeError):
    """The model misses a release condition."""


LIMITS = {"mape": 0.12, "bias": 0.03}


def require_quality(measured: dict[str, float]) -> None:
    for name, limit in LIMITS.items():
        if abs(measured[name]) > limit:
            raise NotReleasable(f"{name} is {measured[name]:.3f}, the limit is {limit}")
