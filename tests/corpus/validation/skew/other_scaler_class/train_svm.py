"""Trains a support vector machine on standardised crystal measurements."""

import joblib
import numpy as np
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC


def main() -> None:
    crystals = np.load("crystals.npz")
    x, y = crystals["x"], crystals["y"]
    if not np.isfinite(x).all():
        raise SystemExit("crystals.npz holds values that are not finite")
    x_train, x_test, y_train, y_test = train_test_split(x, y, stratify=y, random_state=9)
    # ok: unsaved-transformer
    scaler = StandardScaler().fit(x_train)
    machine = SVC(C=8.0, random_state=9).fit(scaler.transform(x_train), y_train)
    score = balanced_accuracy_score(y_test, machine.predict(scaler.transform(x_test)))
    print(f"balanced accuracy {score:.3f}")
    if score >= 0.9:
        joblib.dump(machine, "crystal_svm.joblib")
        np.savez("crystal_scale.npz", mean=scaler.mean_, scale=scaler.scale_)


if __name__ == "__main__":
    main()
