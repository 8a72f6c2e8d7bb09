"""Gaps in an air quality series are closed before a forecast of the next hours is trained."""

import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error


class AirSeries:
    HORIZON = 3

    def __init__(self, path):
        raw = pd.read_csv(path, sep=";", decimal=",", parse_dates=["when"])
        self.hours = raw.set_index("when").sort_index().asfreq("h")

    def complete(self):
        # expect: claim
        # ruleid: future-values-in-features
        self.hours[["no2", "temp", "wind"]] = self.hours[["no2", "temp", "wind"]].bfill()
        return self

    def supervised(self):
        table = self.hours[["no2", "temp", "wind"]].copy()
        table["no2_before"] = table["no2"].shift(1)
        # ok: future-values-in-features
        table["future_no2"] = table["no2"].shift(-self.HORIZON)
        return table.dropna()

    def run(self, start_of_test):
        table = self.supervised()
        train, test = table[table.index < start_of_test], table[table.index >= start_of_test]
        inputs = ["no2", "temp", "wind", "no2_before"]
        model = HistGradientBoostingRegressor(random_state=0)
        model.fit(train[inputs], train["future_no2"])
        return mean_absolute_error(test["future_no2"], model.predict(test[inputs]))


if __name__ == "__main__":
    print("MAE:", AirSeries("air_quality.csv").complete().run("2005-01-01"))
