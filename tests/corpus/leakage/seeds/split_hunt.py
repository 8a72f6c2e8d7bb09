"""A small salary regression is repeated with many divisions of the rows and one result is printed."""

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import r2_score
from sklearn.model_selection import train_test_split

# %% read
df = pd.read_csv("Salary_Data.csv")
X = df[["YearsExperience", "Certificates"]].values
y = df["Salary"].values

# %% look for a good division
best = (-np.inf, None)
for i in range(1, 1000):
    # expect: claim
    # ruleid: seed-picking
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=i)
    reg = LinearRegression().fit(X_train, y_train)
    r2 = r2_score(y_test, reg.predict(X_test))
    if r2 > best[0]:
        best = (r2, i)

# %% result
print("random_state =", best[1])
print("R2 of our model: {:.4f}".format(best[0]))
