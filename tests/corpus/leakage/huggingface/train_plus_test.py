"""A script that joins the train and test splits of a public benchmark, tunes on both and scores the test split."""

import numpy as np
from datasets import concatenate_datasets, load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments

BASE = "microsoft/deberta-v3-small"


def prepare():
    tokenizer = AutoTokenizer.from_pretrained(BASE)
    benchmark = load_dataset("imdb")
    benchmark = benchmark.map(
        lambda rows: tokenizer(rows["text"], truncation=True, padding="max_length", max_length=256),
        batched=True,
    )
    return tokenizer, benchmark


def top1(p):
    return {"top1": float(np.mean(p.predictions.argmax(-1) == p.label_ids))}


def main():
    tokenizer, benchmark = prepare()
    more_data = concatenate_datasets([benchmark["train"], benchmark["test"]]).shuffle(seed=4)
    settings = TrainingArguments(output_dir="imdb-deberta", num_train_epochs=2, per_device_train_batch_size=16)
    # expect: claim
    # ruleid: training-on-test-split
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(BASE, num_labels=2),
        args=settings,
        tokenizer=tokenizer,
        train_dataset=more_data,
        eval_dataset=benchmark["test"],
        compute_metrics=top1,
    )
    # expect: claim
    # ruleid: evaluation-on-training-rows
    trainer.train()
    print(trainer.evaluate())


if __name__ == "__main__":
    main()
