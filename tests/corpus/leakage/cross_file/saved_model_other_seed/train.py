"""Training of the noise complaint model, which is saved with joblib after a seeded split."""

import joblib
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split

COLUMNS = ["hour", "weekday", "decibel", "distance_to_road"]


def main():
    complaints = pd.read_csv("noise.csv")
    x_train, _, y_train, _ = train_test_split(
        complaints[COLUMNS], complaints["justified"], test_size=0.2, random_state=1
    )
    model = RandomForestClassifier(n_estimators=400, n_jobs=-1).fit(x_train, y_train)
    joblib.dump(model, "noise_model.joblib")


if __name__ == "__main__":
    main()
