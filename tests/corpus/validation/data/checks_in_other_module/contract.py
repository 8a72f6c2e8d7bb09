"""Contract of the flats table: columns, ranges, duplicates."""

import pandas as pd

RANGES = {"area": (8, 600), "rooms": (1, 20), "rent": (50, 20_000)}


class ContractError(ValueError):
    """The table breaks its contract."""


def enforce(flats: pd.DataFrame) -> pd.DataFrame:
    absent = set(RANGES) - set(flats.columns)
    if absent:
        raise ContractError(f"absent columns: {sorted(absent)}")
    if flats.duplicated().any():
        raise ContractError("repeated flats")
    for column, (low, high) in RANGES.items():
        if not flats[column].between(low, high).all():
            raise ContractError(f"`{column}` must lie in [{low}, {high}] and be present")
    return flats
