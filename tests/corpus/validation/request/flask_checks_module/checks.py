"""Input checks of the turbine service."""

import math

LIMITS = {"wind_speed": (0.0, 60.0), "air_density": (0.8, 1.6), "pitch": (-5.0, 95.0), "rotor_rpm": (0.0, 30.0)}


class BadInput(ValueError):
    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def parse_turbine(body: object) -> list[float]:
    if not isinstance(body, dict) or set(body) != set(LIMITS):
        raise BadInput("", f"expected exactly {sorted(LIMITS)}")
    row = []
    for name, (low, high) in LIMITS.items():
        value = body[name]
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise BadInput(name, "must be a number")
        if not math.isfinite(value) or not low <= value <= high:
            raise BadInput(name, f"must lie in [{low}, {high}]")
        row.append(float(value))
    return row
