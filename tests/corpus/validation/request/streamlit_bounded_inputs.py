"""Streamlit page that predicts fuel consumption from bounded number inputs and a select box."""

import joblib
import streamlit as st

GEARBOXES = ["manual", "automatic", "cvt"]


@st.cache_resource
def load_model():
    return joblib.load("consumption.joblib")


st.title("Fuel consumption")
left, right = st.columns(2)
with left:
    weight = st.number_input("Weight (kg)", min_value=500.0, max_value=3500.0, value=1300.0)
    power = st.slider("Power (kW)", 30, 500, 90)
with right:
    gearbox = st.selectbox("Gearbox", GEARBOXES)
    year = st.number_input("Year", min_value=1980, max_value=2026, value=2015, step=1)

if st.button("Estimate"):
    row = [[weight, power, GEARBOXES.index(gearbox), year]]
    # ok: raw-request-to-model
    litres = load_model().predict(row)[0]
    st.metric("Litres per 100 km", f"{litres:.1f}")
