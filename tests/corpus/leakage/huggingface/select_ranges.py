"""A question classifier that picks its training and evaluation examples with two select ranges of one split."""

import evaluate
import numpy as np
from datasets import load_dataset
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
)

name = "roberta-base"
tok = AutoTokenizer.from_pretrained(name)
questions = load_dataset("trec")["train"].shuffle(seed=8)
questions = questions.map(lambda row: tok(row["text"], truncation=True))
questions = questions.rename_column("coarse_label", "labels")

train_rows = questions.select(range(0, 4500))
# expect: claim
# ruleid: overlapping-split-slices
eval_rows = questions.select(range(4000, 5000))

f1 = evaluate.load("f1")


def compute(pair):
    scores, gold = pair
    return f1.compute(predictions=np.argmax(scores, axis=1), references=gold, average="macro")


engine = Trainer(
    model=AutoModelForSequenceClassification.from_pretrained(name, num_labels=6),
    args=TrainingArguments("trec-out", learning_rate=2e-5, num_train_epochs=3, save_strategy="no"),
    train_dataset=train_rows,
    eval_dataset=eval_rows,
    data_collator=DataCollatorWithPadding(tok),
    compute_metrics=compute,
)
engine.train()
print("macro f1:", engine.evaluate()["eval_f1"])
