"""A classifier on a local file whose dictionary key "test" names the part that train_test_split set aside."""

import argparse

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments


def main(options):
    tickets = load_dataset("csv", data_files=options.file, split="train")
    parts = tickets.train_test_split(test_size=0.1, seed=options.seed)
    inner = parts["train"].train_test_split(test_size=0.1, seed=options.seed)

    tok = AutoTokenizer.from_pretrained(options.model)

    def encode(rows):
        return tok(rows["body"], truncation=True, padding="max_length", max_length=128)

    fit_part = inner["train"].map(encode, batched=True)
    dev_part = inner["test"].map(encode, batched=True)
    final_part = parts["test"].map(encode, batched=True)

    # ok: training-on-test-split
    trainer = Trainer(
        model=AutoModelForSequenceClassification.from_pretrained(options.model, num_labels=3),
        args=TrainingArguments(
            output_dir="tickets",
            evaluation_strategy="epoch",
            save_strategy="epoch",
            load_best_model_at_end=True,
            num_train_epochs=6,
        ),
        train_dataset=fit_part,
        eval_dataset=dev_part,
        compute_metrics=lambda p: {"accuracy": np.mean(np.argmax(p.predictions, 1) == p.label_ids)},
    )
    # ok: early-stopping-on-test, evaluation-on-training-rows, recomputed-random-split
    trainer.train()
    print(trainer.predict(final_part).metrics["test_accuracy"])


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--file", default="tickets.csv")
    parser.add_argument("--model", default="distilroberta-base")
    parser.add_argument("--seed", type=int, default=21)
    main(parser.parse_args())
