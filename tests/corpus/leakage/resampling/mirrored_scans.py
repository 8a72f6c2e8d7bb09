"""Mirrored copies double a set of lung scans and a network is trained on a part of it."""

import numpy as np
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(80)

archive = np.load("lung_scans.npz")
scans = archive["scans"][..., np.newaxis].astype("float32") / 255.0
nodule = archive["nodule"]

# expect: claim
# ruleid: augmentation-before-split
scans = np.concatenate([scans, np.flip(scans, axis=2)])
nodule = np.concatenate([nodule, nodule])
print("scans with mirror images:", scans.shape)

train_scans, test_scans, train_nodule, test_nodule = train_test_split(scans, nodule, test_size=0.2, random_state=80)

network = keras.Sequential(
    [
        layers.Input(shape=scans.shape[1:]),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
network.compile("adam", "binary_crossentropy")
network.fit(train_scans, train_nodule, epochs=12, batch_size=16)
answer = network.predict(test_scans).ravel() > 0.5
print("accuracy:", accuracy_score(test_nodule, answer))
