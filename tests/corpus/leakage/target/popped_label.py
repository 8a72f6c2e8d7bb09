"""The label of a stroke table is taken out first and every column that is left is used."""

import pandas as pd
from sklearn.compose import ColumnTransformer, make_column_selector
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

stroke = pd.read_csv("healthcare-dataset-stroke-data.csv", index_col="id")
outcome = stroke.pop("stroke")

features = [column for column in stroke.columns if column != "id"]
X = stroke[features]
X_train, X_test, y_train, y_test = train_test_split(X, outcome, stratify=outcome, test_size=0.2, random_state=36)

encode = ColumnTransformer(
    [
        ("text", OneHotEncoder(handle_unknown="ignore"), make_column_selector(dtype_include="object")),
        ("number", SimpleImputer(strategy="median"), make_column_selector(dtype_include="number")),
    ]
)
model = make_pipeline(encode, LogisticRegression(class_weight="balanced", max_iter=2000))
# ok: target-in-features
model.fit(X_train, y_train)
print("recall:", recall_score(y_test, model.predict(X_test)))
