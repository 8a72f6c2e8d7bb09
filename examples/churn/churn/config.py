"""Run configuration, read from configs/*.yaml."""

from dataclasses import dataclass
from pathlib import Path

import yaml


@dataclass(frozen=True)
class RunConfig:
    target: str
    features: list[str]
    test_size: float = 0.2
    seed: int = 17
    epochs: int = 40
    hidden: int = 32


def read_config(path: Path) -> RunConfig:
    with open(path, encoding="utf-8") as stream:
        return RunConfig(**yaml.safe_load(stream))
