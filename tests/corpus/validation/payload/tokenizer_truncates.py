"""FastAPI toxicity endpoint that truncates the text to the model's window while tokenizing."""

import torch
from fastapi import FastAPI, Form
from transformers import AutoModelForSequenceClassification, AutoTokenizer

MODEL_DIR = "/models/toxicity"
app = FastAPI()
tok = AutoTokenizer.from_pretrained(MODEL_DIR, local_files_only=True)
net = AutoModelForSequenceClassification.from_pretrained(MODEL_DIR, local_files_only=True)


@app.post("/toxicity")
def toxicity(comment: str = Form(max_length=20_000)):
    # ok: unbounded-payload
    inputs = tok(comment, truncation=True, max_length=512, return_tensors="pt")
    with torch.no_grad():
        # ok: missing-eval-mode
        probabilities = net(**inputs).logits.sigmoid()[0]
    return {"toxicity": float(probabilities[0])}
