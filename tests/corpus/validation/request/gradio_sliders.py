"""Gradio demo that estimates concrete strength from sliders and a dropdown."""

import gradio as gr
import joblib

strength = joblib.load("concrete_strength.joblib")
CEMENTS = ["CEM I", "CEM II", "CEM III"]


def estimate(cement_kg: float, water_kg: float, age_days: float, cement_type: str) -> str:
    kind = CEMENTS.index(cement_type)
    # ok: raw-request-to-model
    mpa = strength.predict([[cement_kg, water_kg, age_days, kind]])[0]
    return f"{mpa:.1f} MPa"


demo = gr.Interface(
    fn=estimate,
    inputs=[
        gr.Slider(minimum=100, maximum=600, value=300, label="Cement (kg/m³)"),
        gr.Slider(minimum=100, maximum=250, value=180, label="Water (kg/m³)"),
        gr.Slider(minimum=1, maximum=365, step=1, value=28, label="Age (days)"),
        gr.Dropdown(choices=CEMENTS, value="CEM I", label="Cement type"),
    ],
    outputs="text",
)

if __name__ == "__main__":
    demo.launch()
