"""Columns of the conversion model."""

import pandas as pd

COLUMNS = ["n_pages", "seconds", "budget", "device_rate"]


def device_rate(log: pd.DataFrame) -> pd.Series:
    # expect: claim
    # ruleid: fit-before-split
    return log.groupby("device")["converted"].transform("mean")


def build(log: pd.DataFrame) -> pd.DataFrame:
    table = log[["n_pages", "seconds", "budget", "converted"]].copy()
    table["budget"] = table["budget"].fillna(0.0)
    table["device_rate"] = device_rate(log)
    return table
