"""An autoencoder's alarm level is a quantile of its own training errors and is then judged on labelled rows."""

import numpy as np
import pandas as pd
from sklearn.metrics import f1_score, roc_auc_score, roc_curve
from tensorflow import keras
from tensorflow.keras import layers

normal = pd.read_csv("pump_normal_operation.csv").to_numpy(dtype="float32")
labelled = pd.read_csv("pump_labelled.csv")
broken = labelled.pop("failure").to_numpy()
labelled = labelled.to_numpy(dtype="float32")

low, high = normal.min(axis=0), normal.max(axis=0)
normal = (normal - low) / (high - low)
labelled = (labelled - low) / (high - low)

autoencoder = keras.Sequential(
    [
        layers.Input(shape=(normal.shape[1],)),
        layers.Dense(16, activation="relu"),
        layers.Dense(4, activation="relu"),
        layers.Dense(16, activation="relu"),
        layers.Dense(normal.shape[1], activation="sigmoid"),
    ]
)
autoencoder.compile(optimizer="adam", loss="mae")
# ok: target-in-features
autoencoder.fit(normal, normal, epochs=30, batch_size=128, shuffle=True, verbose=0)


def distance(rows):
    return np.abs(autoencoder.predict(rows, verbose=0) - rows).mean(axis=1)


level = np.quantile(distance(normal), 0.995)
error = distance(labelled)
# ok: threshold-on-test
print("F1 of the alarm:", f1_score(broken, error > level))
print("AUC:", roc_auc_score(broken, error))
# ok: threshold-on-test
fpr, tpr, _ = roc_curve(broken, error)
np.savetxt("roc_points.csv", np.c_[fpr, tpr], delimiter=",")
