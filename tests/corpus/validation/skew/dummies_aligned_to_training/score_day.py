"""Scores the bookings of a day; dummy columns are aligned to those of the training."""

import argparse

import joblib
import pandas as pd

bundle = joblib.load("cancellation.joblib")


def design(bookings: pd.DataFrame) -> pd.DataFrame:
    raw = bookings[["lead_time", "nights", "segment", "deposit"]]
    # ok: preprocessing-skew
    dummies = pd.get_dummies(raw, columns=["segment", "deposit"])
    return dummies.reindex(columns=bundle["columns"], fill_value=0)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("day", help="day as YYYY-MM-DD")
    day = parser.parse_args().day
    bookings = pd.read_parquet(f"bookings/{day}.parquet")
    bookings["risk"] = bundle["trees"].predict_proba(design(bookings))[:, 1]
    bookings.to_parquet(f"scored/{day}.parquet", index=False)


if __name__ == "__main__":
    main()
