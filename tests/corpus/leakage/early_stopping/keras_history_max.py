"""A small convolutional network on leaf photos whose history is read after training."""

import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras
from tensorflow.keras import layers

photos = np.load("leaves_64.npz")
images = photos["images"].astype("float32") / 255.0
species = keras.utils.to_categorical(photos["species"], 12)

train_images, held_images, train_species, held_species = train_test_split(
    images, species, test_size=0.2, random_state=55
)


def build():
    net = keras.Sequential([layers.Input(shape=(64, 64, 3))])
    for width in (32, 64, 128):
        net.add(layers.Conv2D(width, 3, padding="same", activation="relu"))
        net.add(layers.MaxPooling2D())
    net.add(layers.GlobalAveragePooling2D())
    net.add(layers.Dense(12, activation="softmax"))
    net.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
    return net


keeper = keras.callbacks.ModelCheckpoint("leaf.keras", monitor="val_accuracy", save_best_only=True)
network = build()
# expect: doubt
# ruleid: early-stopping-on-test
history = network.fit(
    train_images, train_species, epochs=60, validation_data=(held_images, held_species), callbacks=[keeper]
)

print("accuracy of the saved network:", max(history.history["val_accuracy"]))
