"""Trains a pipeline on a survey after dropping respondents with gaps."""

import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_validate
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

QUESTIONS = [f"q{i:02d}" for i in range(1, 25)]


def survey(path: str) -> pd.DataFrame:
    answers = pd.read_spss(path, convert_categoricals=False)
    if answers["respondent"].duplicated().any():
        raise ValueError("respondents must be unique")
    if not answers["would_return"].dropna().isin([0, 1]).all():
        raise ValueError("`would_return` must be 0 or 1")
    return answers


def main() -> None:
    answers = survey("survey.sav")
    # expect: claim
    # ruleid: silent-row-loss
    complete = answers.dropna(subset=[*QUESTIONS, "would_return"])
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3))
    result = cross_validate(
        model, complete[QUESTIONS], complete["would_return"], cv=10, scoring=["roc_auc", "neg_log_loss"]
    )
    print(pd.DataFrame(result).describe().loc[["mean", "std"]])


if __name__ == "__main__":
    main()
