"""Gradio page that classifies crystals; scales the inputs with the ranges of a reference sample."""

import gradio as gr
import joblib
import numpy as np
from sklearn.preprocessing import MinMaxScaler

machine = joblib.load("crystal_svm.joblib")
reference = np.load("crystals.npz")["x"]
# expect: claim
# ruleid: preprocessing-skew
scaler = MinMaxScaler().fit(reference)


def classify(length: float, width: float, hardness: float) -> str:
    row = scaler.transform(np.array([[length, width, hardness]]))
    return f"type {machine.predict(row)[0]}"


page = gr.Interface(
    classify,
    [gr.Slider(0, 50, label="length"), gr.Slider(0, 50, label="width"), gr.Slider(1, 10, label="hardness")],
    "text",
)

if __name__ == "__main__":
    page.launch(server_name="127.0.0.1")
