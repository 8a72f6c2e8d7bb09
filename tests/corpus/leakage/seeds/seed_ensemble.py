"""The probabilities of models with different seeds are averaged and the average is scored."""

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

SEEDS = (11, 222, 3333, 44444)

train = pd.read_csv("insurance_cross_sell.csv")
response = train.pop("Response")
train = train.drop(columns="id").select_dtypes("number")
fit_x, holdout_x, fit_y, holdout_y = train_test_split(train, response, test_size=0.2, random_state=11)

bag = np.zeros(len(holdout_x))
single = []
for seed in SEEDS:
    # ok: seed-picking
    booster = lgb.LGBMClassifier(n_estimators=350, subsample=0.7, subsample_freq=1, random_state=seed)
    booster.fit(fit_x, fit_y)
    proba = booster.predict_proba(holdout_x)[:, 1]
    single.append(roc_auc_score(holdout_y, proba))
    bag += proba / len(SEEDS)

print("single models:", np.round(single, 4).tolist())
print("bag of seeds:", round(roc_auc_score(holdout_y, bag), 4))
