"""A Keras brick model that reads the training and validation subsets of a folder with different seeds."""

import tensorflow as tf
from tensorflow.keras.applications import EfficientNetV2B0
from tensorflow.keras.preprocessing import image_dataset_from_directory

ROOT = "bricks/renders"
SIZE = (200, 200)


def load_training():
    return image_dataset_from_directory(ROOT, validation_split=0.25, subset="training", seed=7, image_size=SIZE)


def load_validation():
    # expect: claim
    # ruleid: recomputed-random-split
    return image_dataset_from_directory(ROOT, validation_split=0.25, subset="validation", seed=70, image_size=SIZE)


def classifier(n_classes):
    base = EfficientNetV2B0(include_top=False, pooling="avg", input_shape=(*SIZE, 3))
    base.trainable = False
    outputs = tf.keras.layers.Dense(n_classes, activation="softmax")(base.output)
    model = tf.keras.Model(base.input, outputs)
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


bricks = load_training()
model = classifier(len(bricks.class_names))
model.fit(bricks.prefetch(tf.data.AUTOTUNE), epochs=6)

unseen = load_validation()
_, accuracy = model.evaluate(unseen)
print(f"accuracy on unseen renders: {accuracy:.3f}")
