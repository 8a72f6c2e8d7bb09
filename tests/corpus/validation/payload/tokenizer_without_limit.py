"""FastAPI sentiment endpoint that tokenizes the text of the body for a transformers model."""

from pathlib import Path

import torch
from fastapi import FastAPI
from pydantic import BaseModel
from transformers import AutoModelForSequenceClassification, AutoTokenizer

CHECKPOINT = Path("/models/sentiment-2026-01")

app = FastAPI()
tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT, local_files_only=True)
model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, local_files_only=True)


class Review(BaseModel):
    product: int
    text: str


@app.post("/sentiment")
def sentiment(review: Review):
    # expect: claim
    # ruleid: unbounded-payload
    encoded = tokenizer(review.text, return_tensors="pt")
    with torch.inference_mode():
        logits = model(**encoded).logits
    label = model.config.id2label[int(logits.argmax())]
    return {"product": review.product, "sentiment": label}
