"""The mean, spread and extremes of an R2 over many divisions of a small data set are printed."""

import numpy as np
import pandas as pd
from sklearn.linear_model import RidgeCV
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

fish = pd.read_csv("Fish.csv")
X = fish[["Length1", "Length2", "Height", "Width"]]
y = fish["Weight"]

values = []
for seed in range(100):
    # ok: seed-picking, recomputed-random-split
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=seed)
    ridge = make_pipeline(StandardScaler(), RidgeCV(alphas=np.logspace(-3, 3, 13)))
    ridge.fit(X_train, y_train)
    values.append(r2_score(y_test, ridge.predict(X_test)))

print(f"R2 over {len(values)} splits: {np.mean(values):.3f} +/- {np.std(values):.3f}")
print(f"range {min(values):.3f} to {max(values):.3f}")
