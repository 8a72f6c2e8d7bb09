"""Writes the feature tables of the machine model."""

import pandas as pd

SUMMARY = "build/summary.csv"
EVENTS = "build/events.csv"


def write(events: pd.DataFrame) -> None:
    summary = events.groupby("machine").agg(load=("load", "mean"), stops=("stop", "sum"), worn=("worn", "max"))
    summary.to_csv(SUMMARY, float_format="%.6g")
    events.to_csv(EVENTS, index=False)


if __name__ == "__main__":
    write(pd.read_parquet("raw/events.parquet"))
