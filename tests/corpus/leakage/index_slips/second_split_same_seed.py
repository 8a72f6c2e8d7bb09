"""A student grade study that redoes the split for a wider feature table with the same target, size and seed."""

import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

grades = pd.read_csv("student_grades.csv")
target = grades["final_grade"].to_numpy()
NARROW = ["absences", "study_hours"]
WIDE = NARROW + ["previous_grade", "commute_minutes"]


def halves(columns):
    # ok: recomputed-random-split
    return train_test_split(grades[columns].to_numpy(), target, test_size=0.25, random_state=2024)


x_tr, x_te, t_tr, t_te = halves(NARROW)
narrow = LinearRegression().fit(x_tr, t_tr)

w_tr, w_te, s_tr, s_te = halves(WIDE)
wide = LinearRegression().fit(w_tr, s_tr)

assert np.array_equal(t_te, s_te)
blend = 0.5 * narrow.predict(x_te) + 0.5 * wide.predict(w_te)
print("narrow", mean_absolute_error(t_te, narrow.predict(x_te)))
print("wide", mean_absolute_error(s_te, wide.predict(w_te)))
print("mean of both", mean_absolute_error(s_te, blend))
