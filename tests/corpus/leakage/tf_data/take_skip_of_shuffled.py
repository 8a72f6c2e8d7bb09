"""A Keras image model whose train and test datasets are the take and the skip of one shuffled pipeline."""

import tensorflow as tf
from tensorflow import keras

IMAGE_SIZE = (96, 96)
CLASSES = ["plastic", "paper", "metal"]


def parse(path):
    label = tf.strings.split(path, "/")[-2]
    image = tf.io.decode_jpeg(tf.io.read_file(path), channels=3)
    return tf.image.resize(image, IMAGE_SIZE) / 255.0, tf.argmax(tf.constant(CLASSES) == label)


files = tf.data.Dataset.list_files("waste/*/*.jpg", shuffle=False)
n_files = files.cardinality().numpy()
samples = files.map(parse).shuffle(n_files, seed=5)

n_train = int(0.8 * n_files)
train_ds = samples.take(n_train).batch(32).prefetch(2)
# expect: claim
# ruleid: recomputed-random-split
test_ds = samples.skip(n_train).batch(32)

model = keras.Sequential(
    [
        keras.layers.Input((*IMAGE_SIZE, 3)),
        keras.layers.Conv2D(16, 3, activation="relu"),
        keras.layers.MaxPooling2D(),
        keras.layers.Conv2D(32, 3, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_ds, epochs=15)
print(model.evaluate(test_ds, return_dict=True))
