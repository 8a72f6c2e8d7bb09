"""A polars credit table that gets only row-wise expressions and literal bins before train_test_split."""

import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

MONTHS = [f"balance_{m}" for m in range(1, 7)]

accounts = (
    pl.scan_parquet("accounts/*.parquet")
    .filter(pl.col("status") != "test-account")
    .with_columns(
        # ok: fit-before-split
        pl.mean_horizontal(MONTHS).alias("balance_mean"),
        # ok: fit-before-split
        pl.max_horizontal(MONTHS).alias("balance_max"),
        # ok: fit-before-split
        pl.col("income").log1p().alias("income_log"),
        # ok: fit-before-split
        pl.col("age").cut([25, 40, 60]).to_physical().alias("age_band"),
    )
    .collect()
)

inputs = accounts.select("balance_mean", "balance_max", "income_log", "age_band").fill_null(0).to_numpy()
defaulted = accounts.get_column("defaulted").to_numpy()

x_fit, x_score, y_fit, y_score = train_test_split(inputs, defaulted, test_size=0.25, random_state=60)
# ok: fit-before-split
card = make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)).fit(x_fit, y_fit)
print("brier", brier_score_loss(y_score, card.predict_proba(x_score)[:, 1]))
