"""A preparer whose gap fillers and category tables are learned by fit and applied by transform."""

import pandas as pd


class GapFiller:
    def __init__(self, numeric, categorical):
        self.numeric = list(numeric)
        self.categorical = list(categorical)

    def fit(self, frame: pd.DataFrame) -> "GapFiller":
        # ok: fit-before-split
        self.center = frame[self.numeric].median()
        # ok: fit-before-split
        self.most_common = {c: frame[c].mode()[0] for c in self.categorical}
        self.levels = {c: sorted(frame[c].dropna().unique()) for c in self.categorical}
        return self

    def transform(self, frame: pd.DataFrame) -> pd.DataFrame:
        out = frame.copy()
        out[self.numeric] = out[self.numeric].fillna(self.center)
        for column in self.categorical:
            filled = out[column].fillna(self.most_common[column])
            out[column] = pd.Categorical(filled, categories=self.levels[column]).codes
        return out
