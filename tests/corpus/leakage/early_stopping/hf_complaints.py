"""A DistilBERT classifier of complaints is fine-tuned with the Hugging Face Trainer."""

import numpy as np
from datasets import load_dataset
from sklearn.metrics import f1_score
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    EarlyStoppingCallback,
    Trainer,
    TrainingArguments,
    set_seed,
)

CHECKPOINT = "distilbert-base-uncased"
set_seed(21)


def compute_metrics(prediction):
    logits, labels = prediction
    return {"macro_f1": f1_score(labels, np.argmax(logits, axis=-1), average="macro")}


complaints = load_dataset("csv", data_files={"train": "complaints_train.csv", "test": "complaints_test.csv"})
tokenizer = AutoTokenizer.from_pretrained(CHECKPOINT)
encoded = complaints.map(lambda batch: tokenizer(batch["text"], truncation=True, max_length=256), batched=True)

model = AutoModelForSequenceClassification.from_pretrained(CHECKPOINT, num_labels=5)
arguments = TrainingArguments(
    output_dir="runs/complaints",
    num_train_epochs=10,
    per_device_train_batch_size=16,
    eval_strategy="epoch",
    save_strategy="epoch",
    load_best_model_at_end=True,
    metric_for_best_model="macro_f1",
)
trainer = Trainer(
    model=model,
    args=arguments,
    train_dataset=encoded["train"],
    eval_dataset=encoded["test"],
    data_collator=DataCollatorWithPadding(tokenizer),
    compute_metrics=compute_metrics,
    callbacks=[EarlyStoppingCallback(early_stopping_patience=2)],
)
# expect: claim
# ruleid: early-stopping-on-test
trainer.train()

final = trainer.evaluate(encoded["test"])
print("macro F1 on the test file:", final["eval_macro_f1"])
