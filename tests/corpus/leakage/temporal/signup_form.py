"""A form's fraud label is predicted from its static answers and the time of arrival is not used."""

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler


def main(path="survey_panel.csv"):
    panel = pd.read_csv(path)
    panel = panel.drop(columns=["submitted_at", "form_version"])
    label = panel.pop("careless")

    # ok: shuffled-temporal-split
    X_train, X_test, y_train, y_test = train_test_split(panel, label, test_size=0.25, random_state=88)
    columns = make_column_transformer(
        (OneHotEncoder(handle_unknown="ignore"), ["country", "device", "education"]),
        (StandardScaler(), ["age", "answers_given", "straight_lines", "characters_typed"]),
    )
    model = make_pipeline(columns, LogisticRegression(max_iter=1000))
    model.fit(X_train, y_train)
    print("F1:", f1_score(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
