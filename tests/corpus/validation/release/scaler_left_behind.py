"""Trains a k-nearest-neighbours model on scaled coordinates and stores the classifier."""

import pickle
import sys

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import RobustScaler

MINIMUM = 0.92


def main(source: str, target: str) -> int:
    archive = np.load(source)
    x, y = archive["coordinates"], archive["room"]
    if not np.isfinite(x).all():
        print("coordinates must be finite", file=sys.stderr)
        return 2
    x_train, x_test, y_train, y_test = train_test_split(x, y, stratify=y, random_state=0)
    scaler = RobustScaler()
    # expect: claim
    # ruleid: unsaved-transformer
    x_train = scaler.fit_transform(x_train)
    neighbours = KNeighborsClassifier(n_neighbors=7).fit(x_train, y_train)
    accuracy = accuracy_score(y_test, neighbours.predict(scaler.transform(x_test)))
    print(f"accuracy {accuracy:.3f}")
    if accuracy < MINIMUM:
        return 1
    with open(target, "wb") as stream:
        # ok: ungated-model-release
        pickle.dump(neighbours, stream)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
