"""A text model that cuts the file-ordered dataset with take and skip and shuffles only the training side."""

import tensorflow as tf
from tensorflow.keras import layers

BATCH = 64


def rows(pattern):
    dataset = tf.data.experimental.make_csv_dataset(
        pattern, batch_size=1, label_name="is_spam", num_epochs=1, shuffle=False, select_columns=["message", "is_spam"]
    )
    return dataset.unbatch().map(lambda features, label: (features["message"], label))


def split(dataset, n_test):
    test = dataset.take(n_test).batch(BATCH)
    # ok: recomputed-random-split
    train = dataset.skip(n_test).shuffle(20_000).batch(BATCH)
    return train, test


messages = rows("sms_permuted.csv")
train_ds, test_ds = split(messages, n_test=1000)

text = layers.TextVectorization(max_tokens=10_000, output_sequence_length=60)
# ok: fit-before-split, fit-on-train-and-test
text.adapt(train_ds.map(lambda message, label: message))

model = tf.keras.Sequential(
    [
        text,
        layers.Embedding(10_000, 32),
        layers.GlobalAveragePooling1D(),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=[tf.keras.metrics.AUC(name="auc")])
model.fit(train_ds, epochs=8)
print("auc on the first thousand:", model.evaluate(test_ds, return_dict=True)["auc"])
