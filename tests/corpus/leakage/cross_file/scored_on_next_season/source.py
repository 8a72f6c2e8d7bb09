"""Match tables of two seasons in separate files."""

import pandas as pd

COLUMNS = ["home_rating", "away_rating", "rest_days", "distance_km"]


def season(year):
    matches = pd.read_csv(f"matches_{year}.csv")
    return matches[COLUMNS].fillna(0), matches["home_win"]


def seasons():
    return season(2021), season(2022)
