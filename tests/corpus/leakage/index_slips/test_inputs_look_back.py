"""A Keras price forecast whose test inputs start sixty steps before the cut to give the first target its history."""

import numpy as np
import pandas as pd
from sklearn.preprocessing import MinMaxScaler
from tensorflow.keras.layers import LSTM, Dense
from tensorflow.keras.models import Sequential

LOOK_BACK = 60


def pairs(values):
    inputs = np.stack([values[i - LOOK_BACK : i] for i in range(LOOK_BACK, len(values))])
    return inputs, values[LOOK_BACK:, 0]


closing = pd.read_csv("copper_daily.csv", parse_dates=["date"], index_col="date")[["close"]].to_numpy()
n_train = int(len(closing) * 0.8)

# ok: fit-before-split
scaler = MinMaxScaler().fit(closing[:n_train])
train_values = scaler.transform(closing[:n_train])
# ok: overlapping-split-slices
test_values = scaler.transform(closing[n_train - LOOK_BACK :])

# ok: windows-before-split
x_train, y_train = pairs(train_values)
# ok: windows-before-split
x_test, y_test = pairs(test_values)

model = Sequential([LSTM(50, input_shape=(LOOK_BACK, 1)), Dense(1)])
model.compile(optimizer="adam", loss="mean_squared_error")
# ok: evaluation-on-training-rows
model.fit(x_train, y_train, epochs=20, batch_size=32, shuffle=False)

forecast = scaler.inverse_transform(model.predict(x_test))
actual = scaler.inverse_transform(y_test.reshape(-1, 1))
print("rmse", np.sqrt(np.mean((forecast - actual) ** 2)))
