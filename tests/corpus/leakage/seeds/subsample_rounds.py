"""Runs of a boosted model with random row samples are collected and the top run is quoted."""

import click
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


def one_run(parts, seed):
    X_train, X_test, y_train, y_test = parts
    # expect: claim
    # ruleid: seed-picking
    model = XGBRegressor(n_estimators=500, subsample=0.6, colsample_bytree=0.6, random_state=seed)
    model.fit(X_train, y_train)
    return mean_absolute_error(y_test, model.predict(X_test))


@click.command()
@click.option("--runs", default=50)
@click.option("--csv", default="delivery_times.csv")
def main(runs, csv):
    orders = pd.read_csv(csv)
    minutes = orders.pop("minutes")
    parts = train_test_split(orders, minutes, test_size=0.2, random_state=2024)

    maes = {seed: one_run(parts, seed) for seed in range(runs)}
    seed = min(maes, key=maes.get)
    click.echo(f"best of {runs} runs: seed {seed}, MAE {maes[seed]:.2f} minutes")


if __name__ == "__main__":
    main()
