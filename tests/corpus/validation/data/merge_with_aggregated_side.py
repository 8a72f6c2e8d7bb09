"""Joins transactions with per-card aggregates and with a de-duplicated table of countries."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report

INPUTS = ["amount", "mean_before", "n_before", "risk"]


def card_history(transactions: pd.DataFrame) -> pd.DataFrame:
    per_card = transactions.groupby("card").agg(mean_before=("amount", "mean"), n_before=("amount", "size"))
    return per_card.reset_index()


def assemble(current: pd.DataFrame, before: pd.DataFrame, countries: pd.DataFrame) -> pd.DataFrame:
    unique_countries = countries.drop_duplicates("country")
    # ok: merge-without-validate
    rows = current.merge(card_history(before), on="card", how="left")
    # ok: merge-without-validate
    rows = pd.merge(rows, unique_countries, on="country", how="left")
    return rows.fillna({"mean_before": 0.0, "n_before": 0, "risk": 0.5})


def main() -> None:
    transactions = pd.read_parquet("transactions.parquet")
    countries = pd.read_parquet("countries.parquet")
    if transactions[["card", "amount", "month"]].isna().any(axis=None):
        raise SystemExit("transactions are incomplete")
    month = transactions["month"]
    training = assemble(transactions[month == 5], transactions[month < 5], countries)
    testing = assemble(transactions[month == 6], transactions[month < 6], countries)
    forest = RandomForestClassifier(300, random_state=0).fit(training[INPUTS], training["fraud"])
    print(classification_report(testing["fraud"], forest.predict(testing[INPUTS])))


if __name__ == "__main__":
    main()
