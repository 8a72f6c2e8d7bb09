"""A polars churn table whose z-scores are added with with_columns before a cut by row number."""

import polars as pl
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

NUMERIC = ["minutes", "data_gb", "complaints"]

subscribers = pl.read_csv("subscribers.csv").sample(fraction=1.0, shuffle=True, seed=12).with_row_index("row")

# expect: claim
# ruleid: fit-before-split
subscribers = subscribers.with_columns([((pl.col(c) - pl.col(c).mean()) / pl.col(c).std()).alias(c) for c in NUMERIC])

boundary = int(subscribers.height * 0.8)
train = subscribers.filter(pl.col("row") < boundary)
test = subscribers.filter(pl.col("row") >= boundary)

model = LogisticRegression(C=0.5)
model.fit(train.select(NUMERIC).to_numpy(), train["churned"].to_numpy())

chance = model.predict_proba(test.select(NUMERIC).to_numpy())[:, 1]
print("auc", roc_auc_score(test["churned"].to_numpy(), chance))
