"""Fits the yield model and writes it to a file."""

import joblib
import pandas as pd
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR

INPUTS = ["rain", "sun_hours", "nitrogen", "ph", "clay"]


def main():
    fields = pd.read_csv("fields_2021.csv")
    scaled = StandardScaler().fit_transform(fields[INPUTS])
    model = SVR(C=20.0).fit(scaled, fields["yield_t"])
    joblib.dump(model, "yield.joblib")


if __name__ == "__main__":
    main()
