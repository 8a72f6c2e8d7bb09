"""Fine-tuning of a topic model on three percentage slices of the train split and a final score on the test split."""

import numpy as np
from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, AutoTokenizer, Trainer, TrainingArguments


def tokenise(dataset, tokenizer):
    # ok: fit-before-split
    return dataset.map(lambda rows: tokenizer(rows["text"], truncation=True, padding="max_length"), batched=True)


def main():
    # ok: overlapping-split-slices
    train, probe, spare = load_dataset("ag_news", split=["train[:80%]", "train[80%:90%]", "train[90%:]"])
    final = load_dataset("ag_news", split="test")

    tokenizer = AutoTokenizer.from_pretrained("google/bert_uncased_L-4_H-256_A-4")
    model = AutoModelForSequenceClassification.from_pretrained("google/bert_uncased_L-4_H-256_A-4", num_labels=4)

    def metrics(output):
        return {"acc": (np.argmax(output.predictions, -1) == output.label_ids).mean()}

    arguments = TrainingArguments(output_dir="runs/ag", num_train_epochs=2, evaluation_strategy="epoch")
    # ok: training-on-test-split
    trainer = Trainer(
        model=model,
        args=arguments,
        train_dataset=tokenise(train, tokenizer),
        eval_dataset=tokenise(probe, tokenizer),
        compute_metrics=metrics,
    )
    # ok: evaluation-on-training-rows
    trainer.train()
    print("spare slice", trainer.predict(tokenise(spare, tokenizer)).metrics)
    print("test split", trainer.predict(tokenise(final, tokenizer)).metrics)


if __name__ == "__main__":
    main()
