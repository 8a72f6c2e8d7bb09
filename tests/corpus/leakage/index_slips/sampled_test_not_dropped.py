"""A wine ranking model that samples a test frame and copies the unreduced frame as training data."""

import pandas as pd
from catboost import CatBoostRegressor
from sklearn.metrics import mean_squared_error, r2_score


def get_parts(path, share=0.2, seed=9):
    wines = pd.read_csv(path).dropna(subset=["points", "price"])
    test = wines.sample(frac=share, random_state=seed)
    train = wines.copy()
    return train, test


def main():
    train, test = get_parts("winemag.csv")
    inputs = ["price", "country", "variety"]
    for frame in (train, test):
        frame["country"] = frame["country"].fillna("unknown")

    model = CatBoostRegressor(iterations=400, depth=6, cat_features=["country", "variety"], verbose=0)
    # expect: claim
    # ruleid: evaluation-on-training-rows
    model.fit(train[inputs], train["points"])

    predicted = model.predict(test[inputs])
    print("rmse", mean_squared_error(test["points"], predicted) ** 0.5)
    print("r2", r2_score(test["points"], predicted))


if __name__ == "__main__":
    main()
