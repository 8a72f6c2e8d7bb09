"""A polars basket model that adds the mean spend of a city with an over expression and then calls train_test_split."""

import lightgbm as lgb
import polars as pl
from sklearn.metrics import average_precision_score
from sklearn.model_selection import train_test_split


class BasketModel:
    columns = ["spend", "n_items", "city_spend", "spend_ratio"]

    def __init__(self, **params):
        self.booster = lgb.LGBMClassifier(**params)

    def features(self, baskets: pl.DataFrame) -> pl.DataFrame:
        # expect: claim
        # ruleid: fit-before-split
        baskets = baskets.with_columns(pl.col("spend").mean().over("city").alias("city_spend"))
        return baskets.with_columns((pl.col("spend") / pl.col("city_spend")).alias("spend_ratio"))

    def run(self, path):
        baskets = self.features(pl.scan_csv(path).filter(pl.col("n_items") > 0).collect())
        x = baskets.select(self.columns).to_numpy()
        y = baskets["returned"].to_numpy()
        x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.3, stratify=y, random_state=8)
        self.booster.fit(x_train, y_train)
        return average_precision_score(y_test, self.booster.predict_proba(x_test)[:, 1])


if __name__ == "__main__":
    print(BasketModel(n_estimators=150, learning_rate=0.05).run("baskets.csv"))
