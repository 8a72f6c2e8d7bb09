"""scikit-learn's own StackingClassifier is fitted on penguin measurements."""

import pandas as pd
from sklearn.compose import make_column_selector, make_column_transformer
from sklearn.ensemble import GradientBoostingClassifier, StackingClassifier
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC


def build():
    columns = make_column_transformer(
        (make_pipeline(SimpleImputer(), StandardScaler()), make_column_selector(dtype_include="number")),
        (OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_include="object")),
    )
    stack = StackingClassifier(
        estimators=[("svc", SVC(random_state=0)), ("gb", GradientBoostingClassifier(random_state=0))],
        final_estimator=LogisticRegression(),
        cv=5,
        passthrough=True,
    )
    return make_pipeline(columns, stack)


penguins = pd.read_csv("penguins.csv").dropna(subset=["species"])
species = penguins.pop("species")
X_train, X_test, y_train, y_test = train_test_split(penguins, species, test_size=0.3, random_state=0)

model = build()
# ok: stacking-without-out-of-fold, fit-before-split
model.fit(X_train, y_train)
fitted = model.predict(X_train)
predicted = model.predict(X_test)
print("agreement on the rows it was fitted on:", (fitted == y_train).mean())
print(classification_report(y_test, predicted))
