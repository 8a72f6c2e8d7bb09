"""Fits the wear model on the written feature tables."""

import pandas as pd
from sklearn.linear_model import LogisticRegressionCV

from .features import EVENTS, SUMMARY


def main() -> None:
    # ok: csv-round-trip
    summary = pd.read_csv(SUMMARY, index_col="machine", dtype={"machine": str})
    # ok: csv-round-trip
    events = pd.read_csv(EVENTS, dtype={"machine": str}, parse_dates=["at"])
    if summary.isna().any(axis=None) or not set(events["machine"]) <= set(summary.index):
        raise SystemExit("tables do not match")
    peaks = events.groupby("machine")["load"].max().reindex(summary.index)
    x = summary[["load", "stops"]].assign(peak=peaks)
    model = LogisticRegressionCV(cv=5).fit(x, summary["worn"])
    print(model.scores_)


if __name__ == "__main__":
    main()
