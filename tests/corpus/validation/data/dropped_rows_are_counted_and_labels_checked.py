"""Trains a species model after logging and bounding the share of dropped rows and checking mapped labels."""

import logging

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

log = logging.getLogger("species")
SPECIES = {"picea": 0, "abies": 1, "pinus": 2}
MAX_LOSS = 0.02


def without_gaps(plots: pd.DataFrame, columns: list[str]) -> pd.DataFrame:
    # ok: silent-row-loss
    kept = plots.dropna(subset=columns)
    lost = len(plots) - len(kept)
    log.info("dropped %d of %d plots", lost, len(plots))
    if lost > MAX_LOSS * len(plots):
        raise ValueError(f"{lost} plots are incomplete")
    return kept


def coded(names: pd.Series) -> pd.Series:
    # ok: unmapped-labels
    codes = names.str.lower().map(SPECIES)
    if codes.isna().any():
        raise ValueError(f"unknown species: {sorted(names[codes.isna()].unique())}")
    return codes.astype(int)


def main() -> None:
    columns = ["elevation", "slope", "soil_ph"]
    plots = without_gaps(pd.read_csv("plots.csv"), [*columns, "species"])
    y = coded(plots["species"])
    forest = RandomForestClassifier(400, random_state=10)
    print(cross_val_score(forest, plots[columns], y, cv=5).mean())


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
