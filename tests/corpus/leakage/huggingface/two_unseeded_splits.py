"""A toxicity model whose training rows and evaluation rows come from two separate train_test_split calls."""

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

MODEL = "prajjwal1/bert-tiny"


def load_comments():
    tokenizer = AutoTokenizer.from_pretrained(MODEL)
    comments = load_dataset("csv", data_files="comments.csv", split="train")
    return comments.map(lambda r: tokenizer(r["comment"], truncation=True, padding="max_length", max_length=96))


comments = load_comments()

train_comments = comments.train_test_split(test_size=0.2)["train"]
# expect: claim
# ruleid: recomputed-random-split
test_comments = comments.train_test_split(test_size=0.2)["test"]


def compute_metrics(p):
    hits = np.argmax(p.predictions, axis=1) == p.label_ids
    return {"accuracy": hits.mean()}


trainer = Trainer(
    model=AutoModelForSequenceClassification.from_pretrained(MODEL, num_labels=2),
    args=TrainingArguments(output_dir="toxicity", num_train_epochs=4),
    train_dataset=train_comments,
    compute_metrics=compute_metrics,
)
trainer.train()
print(trainer.evaluate(eval_dataset=test_comments))
