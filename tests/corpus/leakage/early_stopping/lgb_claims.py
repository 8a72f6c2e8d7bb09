"""LightGBM's native API trains a claim model with a stopping callback."""

import lightgbm as lgb
import pandas as pd
from sklearn.metrics import log_loss, roc_auc_score
from sklearn.model_selection import StratifiedShuffleSplit

PARAMS = {"objective": "binary", "metric": "auc", "learning_rate": 0.03, "num_leaves": 63, "seed": 17, "verbose": -1}


def to_lgb(frame, labels, reference=None):
    return lgb.Dataset(frame, label=labels, reference=reference)


claims = pd.read_feather("claims.feather")
labels = claims.pop("is_fraud")

splitter = StratifiedShuffleSplit(n_splits=1, test_size=0.2, random_state=17)
train_rows, test_rows = next(splitter.split(claims, labels))

dtrain = to_lgb(claims.iloc[train_rows], labels.iloc[train_rows])
dtest = to_lgb(claims.iloc[test_rows], labels.iloc[test_rows], reference=dtrain)

# expect: claim
# ruleid: early-stopping-on-test
gbm = lgb.train(PARAMS, dtrain, num_boost_round=5000, valid_sets=[dtest], callbacks=[lgb.early_stopping(100)])

proba = gbm.predict(claims.iloc[test_rows], num_iteration=gbm.best_iteration)
truth = labels.iloc[test_rows]
print("rounds:", gbm.best_iteration)
print("AUC:", roc_auc_score(truth, proba), "log loss:", log_loss(truth, proba))
