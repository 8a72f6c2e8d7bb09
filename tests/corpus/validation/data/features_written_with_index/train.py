"""Trains the irrigation model on the feature table."""

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import GroupKFold, cross_val_score

from .build import FEATURE_TABLE


def main() -> None:
    # expect: claim
    # ruleid: csv-round-trip
    table = pd.read_csv(FEATURE_TABLE)
    if table.duplicated(["field", "hour"]).any() or table["litres"].lt(0).any():
        raise SystemExit("feature table is broken")
    x = table.drop(columns=["litres", "field"])
    forest = RandomForestRegressor(200, random_state=0)
    scores = cross_val_score(forest, x, table["litres"], groups=table["field"], cv=GroupKFold(5))
    print(f"r2 {scores.mean():.3f} ± {scores.std():.3f}")


if __name__ == "__main__":
    main()
