"""Celery worker that routes support tickets with the fine-tuned encoder."""

import torch
from celery import Celery
from transformers import AutoModelForSequenceClassification, AutoTokenizer

from .finetune import OUTPUT

celery = Celery("tickets", broker="redis://queue:6379/0")
VOCABULARY_REVISION = "86b5e0934494bd15c9632b12f734a8a67f723594"
# expect: claim
# ruleid: preprocessing-skew
tokenizer = AutoTokenizer.from_pretrained("google-bert/bert-base-uncased", revision=VOCABULARY_REVISION)
model = AutoModelForSequenceClassification.from_pretrained(OUTPUT, local_files_only=True)


@celery.task(soft_time_limit=20)
def route(ticket_id: int, text: str) -> dict:
    encoded = tokenizer(text, truncation=True, max_length=256, return_tensors="pt")
    with torch.inference_mode():
        queue = int(model(**encoded).logits.argmax())
    return {"ticket": ticket_id, "queue": queue}
