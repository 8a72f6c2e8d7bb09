"""A forest for soil classes is trained with many initial states and one of them is kept."""

import pandas as pd
from joblib import dump
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import train_test_split

soil = pd.read_csv("soil_samples.csv")
bands = [column for column in soil.columns if column.startswith("band_")]
X_train, X_test, y_train, y_test = train_test_split(soil[bands], soil["soil_class"], test_size=0.3, random_state=0)

best_kappa = -1.0
best_state = None
for state in range(200):
    # expect: claim
    # ruleid: seed-picking
    forest = RandomForestClassifier(n_estimators=150, max_features="sqrt", random_state=state)
    forest.fit(X_train, y_train)
    kappa = cohen_kappa_score(y_test, forest.predict(X_test))
    if kappa > best_kappa:
        best_kappa = kappa
        best_state = state
        dump(forest, "soil_forest.joblib")

print("random_state", best_state)
print("kappa on the test samples", round(best_kappa, 3))
