"""Windows over a vibration signal with a stride below their length are classified by bearing state."""

from pathlib import Path

import numpy as np
from scipy.stats import kurtosis
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

LENGTH = 2048
STRIDE = 256
STATES = ("healthy", "inner_race", "outer_race", "ball")


def describe(windows):
    return np.column_stack(
        [
            np.sqrt((windows**2).mean(axis=1)),
            np.abs(windows).max(axis=1),
            kurtosis(windows, axis=1),
            np.abs(np.fft.rfft(windows, axis=1))[:, 1:33],
        ]
    )


rows, states = [], []
for code, state in enumerate(STATES):
    signal = np.load(Path("bearings") / f"{state}.npy")
    # expect: claim
    # ruleid: windows-before-split
    windows = np.lib.stride_tricks.sliding_window_view(signal, LENGTH)[::STRIDE]
    rows.append(describe(windows))
    states.append(np.full(len(windows), code))

X, y = np.vstack(rows), np.concatenate(states)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=58)
forest = RandomForestClassifier(n_estimators=200, random_state=58).fit(X_train, y_train)
print("bearing state accuracy:", accuracy_score(y_test, forest.predict(X_test)))
