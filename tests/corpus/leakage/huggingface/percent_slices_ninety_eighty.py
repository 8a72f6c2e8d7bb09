"""Fine-tuning of a sentiment model on two percentage slices of the same named split."""

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

CHECKPOINT = "distilbert-base-uncased"

reviews_train = load_dataset("yelp_polarity", split="train[:90%]")
# expect: claim
# ruleid: overlapping-split-slices
reviews_eval = load_dataset("yelp_polarity", split="train[80%:]")

tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)


def encode(batch):
    return tokenizer(batch["text"], truncation=True, padding="max_length", max_length=192)


reviews_train = reviews_train.map(encode, batched=True)
reviews_eval = reviews_eval.map(encode, batched=True)

model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=2)


def accuracy(prediction):
    logits, labels = prediction
    return {"accuracy": float((np.argmax(logits, axis=-1) == labels).mean())}


trainer = Trainer(
    model=model,
    args=TrainingArguments(output_dir="out/yelp", num_train_epochs=1, per_device_train_batch_size=32),
    train_dataset=reviews_train,
    eval_dataset=reviews_eval,
    compute_metrics=accuracy,
)
trainer.train()
print(trainer.evaluate())
