"""Subject numbers are divided first and the recordings follow their subject."""

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split


def split_by_subject(recordings, share, seed):
    subjects = recordings["subject_id"].unique()
    # ok: group-across-split
    fit_subjects, eval_subjects = train_test_split(subjects, test_size=share, random_state=seed)
    in_fit = recordings["subject_id"].isin(fit_subjects)
    return recordings[in_fit], recordings[~in_fit]


def main():
    recordings = pd.read_csv("eeg_band_power.csv")
    fit, held = split_by_subject(recordings, share=0.25, seed=19)
    bands = [column for column in recordings.columns if column.endswith("_power")]

    model = LGBMClassifier(n_estimators=300, random_state=19)
    model.fit(np.log(fit[bands]), fit["eyes_open"])
    predicted = model.predict(np.log(held[bands]))
    print("subjects:", fit["subject_id"].nunique(), held["subject_id"].nunique())
    print("balanced accuracy:", balanced_accuracy_score(held["eyes_open"], predicted))


if __name__ == "__main__":
    main()
