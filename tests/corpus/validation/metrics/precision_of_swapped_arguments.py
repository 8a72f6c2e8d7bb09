"""Training script of a churn model that prints precision and recall of the held-out rows."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import precision_score, recall_score
from sklearn.model_selection import train_test_split

SEED = 7


def load() -> tuple[pd.DataFrame, pd.Series]:
    table = pd.read_parquet("data/churn.parquet")
    if table.isna().any().any() or table.duplicated("customer").any():
        raise ValueError("churn table has missing or repeated rows")
    return table.drop(columns=["customer", "churned"]), table["churned"]


def main() -> None:
    features, labels = load()
    x_fit, x_hold, y_fit, y_hold = train_test_split(features, labels, stratify=labels, random_state=SEED)
    forest = RandomForestClassifier(n_estimators=300, random_state=SEED).fit(x_fit, y_fit)
    guesses = forest.predict(x_hold)
    # expect: claim
    # ruleid: swapped-metric-arguments
    print("precision", precision_score(guesses, y_hold))
    # ok: swapped-metric-arguments
    print("recall", recall_score(y_hold, guesses))


if __name__ == "__main__":
    main()
