"""A review model whose TextVectorization layer is adapted on the train and test folders joined with concatenate."""

import tensorflow as tf
from tensorflow.keras import layers, losses, utils

train_reviews = utils.text_dataset_from_directory("aclImdb/train", batch_size=32, seed=42)
test_reviews = utils.text_dataset_from_directory("aclImdb/test", batch_size=32, shuffle=False)


def text_only(dataset):
    return dataset.map(lambda text, label: text)


vectorise = layers.TextVectorization(max_tokens=20_000, output_mode="tf_idf")
every_text = text_only(train_reviews).concatenate(text_only(test_reviews))
# expect: claim
# ruleid: fit-on-train-and-test
vectorise.adapt(every_text)


def encode(text, label):
    return vectorise(text), label


train_encoded = train_reviews.map(encode).cache().prefetch(tf.data.AUTOTUNE)
test_encoded = test_reviews.map(encode)

model = tf.keras.Sequential(
    [
        layers.Dense(16, activation="relu"),
        layers.Dropout(0.5),
        layers.Dense(1),
    ]
)
model.compile(
    optimizer="adam",
    loss=losses.BinaryCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.BinaryAccuracy(threshold=0.0)],
)
model.fit(train_encoded, epochs=5)

loss, accuracy = model.evaluate(test_encoded)
print("test accuracy", accuracy)
