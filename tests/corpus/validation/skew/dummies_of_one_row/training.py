"""Trains the insurance premium model on dummy-coded policies."""

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

CATEGORICAL = ["region", "vehicle_class"]


def run(path: str, target: str = "models/premium.joblib") -> float:
    policies = pd.read_parquet(path).drop_duplicates("policy_id")
    if (policies["premium"] <= 0).any():
        raise ValueError("premiums must be positive")
    x = pd.get_dummies(policies.drop(columns=["policy_id", "premium"]), columns=CATEGORICAL)
    x_train, x_test, y_train, y_test = train_test_split(x, policies["premium"], random_state=2)
    forest = RandomForestRegressor(n_estimators=400, random_state=2).fit(x_train, y_train)
    quality = r2_score(y_test, forest.predict(x_test))
    if quality < 0.6:
        raise RuntimeError(f"r2 {quality:.2f} is below 0.6")
    joblib.dump(forest, target)
    return quality


if __name__ == "__main__":
    print(run("policies.parquet"))
