"""A sentiment network trained for a fixed number of epochs while its curve on the held-out part is drawn."""

import matplotlib.pyplot as plt
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers
from tensorflow.keras.preprocessing.sequence import pad_sequences

VOCABULARY = 20000
LENGTH = 200

(x_train, y_train), (x_test, y_test) = keras.datasets.imdb.load_data(num_words=VOCABULARY)
x_train = pad_sequences(x_train, maxlen=LENGTH)
x_test = pad_sequences(x_test, maxlen=LENGTH)

model = keras.Sequential(
    [
        layers.Embedding(VOCABULARY, 64),
        layers.Bidirectional(layers.LSTM(32)),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(1e-3), loss="binary_crossentropy", metrics=["accuracy"])

tensorboard = keras.callbacks.TensorBoard(log_dir="logs/imdb")
# ok: early-stopping-on-test
history = model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=4, callbacks=[tensorboard])

epochs = np.arange(1, 5)
plt.plot(epochs, history.history["loss"], label="train")
plt.plot(epochs, history.history["val_loss"], label="test")
plt.legend()
plt.savefig("imdb_curves.png")

loss, accuracy = model.evaluate(x_test, y_test)
print("accuracy after the last epoch:", accuracy)
