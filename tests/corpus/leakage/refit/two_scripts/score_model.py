"""Scores the stored yield model on the fields of another year."""

import joblib
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.preprocessing import StandardScaler

INPUTS = ["rain", "sun_hours", "nitrogen", "ph", "clay"]


def main():
    model = joblib.load("yield.joblib")
    fields = pd.read_csv("fields_2022.csv")
    # expect: doubt
    # ruleid: refit-on-test
    scaled = StandardScaler().fit_transform(fields[INPUTS])
    print("MAE in t/ha:", mean_absolute_error(fields["yield_t"], model.predict(scaled)))


if __name__ == "__main__":
    main()
