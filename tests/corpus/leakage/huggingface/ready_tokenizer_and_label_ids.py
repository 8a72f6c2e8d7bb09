"""A news classifier that encodes texts with a ready tokenizer and labels with class_encode_column, then divides."""

import numpy as np
from datasets import load_dataset
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    DataCollatorWithPadding,
    Trainer,
    TrainingArguments,
)

articles = load_dataset("csv", data_files={"all": "articles.csv"})["all"]
# ok: fit-before-split
articles = articles.class_encode_column("section")
articles = articles.rename_column("section", "labels")

# ok: fit-before-split
tokenizer = AutoTokenizer.from_pretrained("camembert-base")
# ok: fit-before-split
articles = articles.map(lambda r: tokenizer(r["headline"], truncation=True, max_length=64), batched=True)

parts = articles.train_test_split(test_size=0.2, stratify_by_column="labels", seed=1)

n_sections = articles.features["labels"].num_classes
model = AutoModelForSequenceClassification.from_pretrained("camembert-base", num_labels=n_sections)
trainer = Trainer(
    model=model,
    args=TrainingArguments("sections", num_train_epochs=3, learning_rate=3e-5, report_to="none"),
    train_dataset=parts["train"],
    data_collator=DataCollatorWithPadding(tokenizer),
)
trainer.train()

answer = trainer.predict(parts["test"])
print("accuracy:", np.mean(np.argmax(answer.predictions, axis=1) == answer.label_ids))
