"""The inputs of the first scored days of a share price network reach back into the fitted period."""

import numpy as np
import pandas as pd
from sklearn.metrics import mean_squared_error
from sklearn.preprocessing import MinMaxScaler
from tensorflow import keras
from tensorflow.keras import layers

LOOK_BACK = 60

close = pd.read_csv("share.csv", parse_dates=["Date"]).sort_values("Date")[["Close"]].to_numpy()
n_train = int(len(close) * 0.85)

scaler = MinMaxScaler()
train = scaler.fit_transform(close[:n_train])
# ok: overlapping-split-slices, refit-on-test
test = scaler.transform(close[n_train - LOOK_BACK :])


def supervised(series):
    inputs = [series[end - LOOK_BACK : end] for end in range(LOOK_BACK, len(series))]
    return np.array(inputs), series[LOOK_BACK:, 0]


X_train, y_train = supervised(train)
X_test, y_test = supervised(test)

model = keras.Sequential([layers.Input(shape=(LOOK_BACK, 1)), layers.LSTM(50), layers.Dense(1)])
model.compile(optimizer="adam", loss="mse")
# ok: evaluation-on-training-rows
model.fit(X_train, y_train, epochs=25, batch_size=32, verbose=0)

forecast = scaler.inverse_transform(model.predict(X_test, verbose=0))
truth = scaler.inverse_transform(y_test.reshape(-1, 1))
print("RMSE of the one-day forecast:", np.sqrt(mean_squared_error(truth, forecast)))
