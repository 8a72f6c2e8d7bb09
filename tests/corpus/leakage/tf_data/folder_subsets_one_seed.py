"""A Keras flower model that reads the training and validation subsets of a folder with equal seed and share."""

import tensorflow as tf
from tensorflow.keras import layers

FOLDER = "flower_photos"
COMMON = dict(validation_split=0.2, seed=123, image_size=(180, 180), batch_size=32)

train = tf.keras.utils.image_dataset_from_directory(FOLDER, subset="training", **COMMON)
# ok: recomputed-random-split
valid = tf.keras.utils.image_dataset_from_directory(FOLDER, subset="validation", **COMMON)

n_flowers = len(train.class_names)
augment = tf.keras.Sequential([layers.RandomFlip("horizontal"), layers.RandomRotation(0.1)])

model = tf.keras.Sequential(
    [
        # ok: augmentation-before-split
        augment,
        layers.Rescaling(1.0 / 255),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(n_flowers),
    ]
)
model.compile(
    optimizer="adam",
    loss=tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
# ok: early-stopping-on-test, evaluation-on-training-rows
history = model.fit(train.cache().shuffle(1000).prefetch(2), validation_data=valid, epochs=15)
print("validation accuracy", history.history["val_accuracy"][-1])
