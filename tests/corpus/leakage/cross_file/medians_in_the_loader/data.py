"""Reading and cleaning of the apartment listings for the price model."""

from pathlib import Path

import pandas as pd

RAW = Path("data/raw/listings.csv")
NUMERIC = ["area", "rooms", "floor", "year_built"]


def read_listings(path: Path = RAW) -> pd.DataFrame:
    listings = pd.read_csv(path, parse_dates=False)
    listings = listings[listings["price"].between(20_000, 5_000_000)]
    return listings.drop_duplicates(subset="listing_id")


def load_clean() -> pd.DataFrame:
    listings = read_listings()
    # expect: claim
    # ruleid: fit-before-split
    listings[NUMERIC] = listings[NUMERIC].fillna(listings[NUMERIC].median())
    listings["price_known"] = 1
    return listings
