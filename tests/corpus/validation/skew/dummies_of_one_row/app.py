"""Streamlit calculator of insurance premiums."""

import joblib
import pandas as pd
import streamlit as st

REGIONS = ["north", "south", "coast"]
CLASSES = ["compact", "van", "sports"]


@st.cache_resource
def premium_model():
    return joblib.load("models/premium.joblib")


st.header("Premium")
age = st.number_input("Age of driver", min_value=17, max_value=99, value=40)
mileage = st.number_input("Kilometres per year", min_value=0, max_value=200_000, value=12_000)
region = st.selectbox("Region", REGIONS)
vehicle_class = st.selectbox("Class", CLASSES)

policy = pd.DataFrame([{"age": age, "mileage": mileage, "region": region, "vehicle_class": vehicle_class}])
# expect: claim
# ruleid: preprocessing-skew
coded = pd.get_dummies(policy, columns=["region", "vehicle_class"])
st.write(f"{premium_model().predict(coded)[0]:.2f} per year")
