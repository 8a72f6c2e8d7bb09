"""Cleaning of the penguin survey for the notebook."""

import pandas as pd

MEASURES = ["bill_length", "bill_depth", "flipper_length", "body_mass"]


def clean(survey: pd.DataFrame) -> pd.DataFrame:
    survey = survey.rename(columns=str.lower).drop(columns=["comments"], errors="ignore")
    survey["sex"] = survey["sex"].fillna("unknown")
    for measure in MEASURES:
        # expect: claim
        # ruleid: fit-before-split
        survey[measure] = survey[measure].fillna(survey[measure].mean())
    return survey
