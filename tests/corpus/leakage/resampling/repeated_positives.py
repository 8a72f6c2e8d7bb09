"""Rare defects are repeated with pandas.concat and a gradient boosting model is evaluated."""

import argparse

import pandas as pd
from sklearn.metrics import average_precision_score, recall_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier


def balanced(boards, times):
    faulty = boards[boards["defect"] == 1]
    sound = boards[boards["defect"] == 0]
    # expect: claim
    # ruleid: oversampling-before-split
    return pd.concat([sound] + [faulty] * times, ignore_index=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--boards", default="solder_boards.csv")
    parser.add_argument("--times", type=int, default=12)
    args = parser.parse_args()

    boards = balanced(pd.read_csv(args.boards), args.times)
    columns = [name for name in boards.columns if name.startswith("m_")]
    X_train, X_test, y_train, y_test = train_test_split(
        boards[columns], boards["defect"], test_size=0.2, random_state=38
    )
    model = XGBClassifier(n_estimators=300, max_depth=5, random_state=38)
    model.fit(X_train, y_train)
    print("average precision", average_precision_score(y_test, model.predict_proba(X_test)[:, 1]))
    print("recall", recall_score(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
