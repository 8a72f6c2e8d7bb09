"""Builds the feature table of the irrigation model from raw sensor files."""

from pathlib import Path

import pandas as pd

FEATURE_TABLE = Path("build") / "features.csv"


def read_raw(folder: Path) -> pd.DataFrame:
    parts = [pd.read_json(path, lines=True) for path in sorted(folder.glob("*.jsonl"))]
    raw = pd.concat(parts, ignore_index=True)
    if raw[["moisture", "temperature"]].isna().any(axis=None):
        raise ValueError("sensor files have gaps")
    return raw


def build(folder: Path) -> None:
    raw = read_raw(folder)
    hourly = raw.groupby(["field", "hour"], as_index=False).agg(
        moisture=("moisture", "mean"), temperature=("temperature", "max"), litres=("litres", "sum")
    )
    hourly["dryness"] = hourly["temperature"] / (1 + hourly["moisture"])
    FEATURE_TABLE.parent.mkdir(exist_ok=True)
    hourly.to_csv(FEATURE_TABLE)


if __name__ == "__main__":
    build(Path("raw"))
