"""A notebook export that fits several classifiers for wine grading and saves the winner."""

# %%
import joblib
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

# %%
wine = pd.read_csv("data/winequality-red.csv", sep=";")
wine["good"] = (wine["quality"] >= 7).astype(int)
X = wine.drop(columns=["quality", "good"])
y = wine["good"]
X_tr, X_te, y_tr, y_te = train_test_split(X, y, test_size=0.25, stratify=y, random_state=7)

# %%
zoo = {
    "logreg": make_pipeline(StandardScaler(), LogisticRegression(max_iter=500)),
    "svc": make_pipeline(StandardScaler(), SVC(C=3.0)),
    "forest": RandomForestClassifier(n_estimators=300, random_state=7),
    "extra": ExtraTreesClassifier(n_estimators=300, random_state=7),
}
accuracy = {}
for name, model in zoo.items():
    model.fit(X_tr, y_tr)
    # expect: claim
    # ruleid: tuning-on-test
    accuracy[name] = accuracy_score(y_te, model.predict(X_te))

# %%
winner = max(accuracy, key=accuracy.get)
joblib.dump(zoo[winner], "models/wine.joblib")
print(f"We ship {winner}; expected accuracy on new wines: {accuracy[winner]:.3f}")
