"""Numbers that training and serving of the defect model share."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Preparation:
    side: int = 128
    mean: float = 0.1307
    std: float = 0.3081
    clip_sigma: float = 4.0


PREPARATION = Preparation()
