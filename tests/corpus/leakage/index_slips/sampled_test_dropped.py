"""A water quality model that samples a test frame and drops its index from the training frame."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score

FEATURES = ["ph", "hardness", "sulfate", "turbidity", "chloramines"]


def get_parts(path, share=0.2):
    water = pd.read_csv(path).reset_index(drop=True)
    holdout = water.sample(frac=share, random_state=7)
    rest = water.drop(index=holdout.index)
    return rest, holdout


rest, holdout = get_parts("water_potability.csv")
# ok: fit-before-split
center = rest[FEATURES].median()
rest = rest.fillna(center)
holdout = holdout.fillna(center)

forest = RandomForestClassifier(n_estimators=500, min_samples_leaf=3, oob_score=True, random_state=7)
# ok: evaluation-on-training-rows
forest.fit(rest[FEATURES], rest["potable"])
print("out of bag", forest.oob_score_)
print("on training rows", f1_score(rest["potable"], forest.predict(rest[FEATURES])))
print("on holdout rows", f1_score(holdout["potable"], forest.predict(holdout[FEATURES])))
