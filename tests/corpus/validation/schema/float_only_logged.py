"""FastAPI service with a client-side latency field that goes to a histogram and never to the model."""

import joblib
from fastapi import FastAPI
from prometheus_client import Histogram
from pydantic import BaseModel, Field

app = FastAPI()
topic_model = joblib.load("topics.joblib")
CLIENT_LATENCY = Histogram("client_latency_seconds", "Latency reported by clients")


class Ticket(BaseModel):
    text: str = Field(min_length=1, max_length=4_000)
    # ok: nan-permissive-schema
    client_latency: float = 0.0


class Topic(BaseModel):
    name: str
    # ok: nan-permissive-schema
    score: float


@app.post("/tickets/topic")
def topic(ticket: Ticket) -> Topic:
    CLIENT_LATENCY.observe(ticket.client_latency)
    scores = topic_model.predict_proba([ticket.text])[0]
    best = int(scores.argmax())
    return Topic(name=str(topic_model.classes_[best]), score=float(scores[best]))
