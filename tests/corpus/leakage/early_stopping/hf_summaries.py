"""A T5 model is fine-tuned on news summaries and the best checkpoint is scored on articles kept apart."""

from datasets import load_dataset
from transformers import (
    AutoModelForSeq2SeqLM,
    AutoTokenizer,
    DataCollatorForSeq2Seq,
    Seq2SeqTrainer,
    Seq2SeqTrainingArguments,
)

NAME = "t5-small"
tokenizer = AutoTokenizer.from_pretrained(NAME)


def encode(batch):
    model_inputs = tokenizer(["summarize: " + text for text in batch["article"]], max_length=512, truncation=True)
    labels = tokenizer(text_target=batch["highlights"], max_length=96, truncation=True)
    model_inputs["labels"] = labels["input_ids"]
    return model_inputs


def main():
    articles = load_dataset("json", data_files="articles.jsonl", split="train")
    held = articles.train_test_split(test_size=0.1, seed=42)
    inner = held["train"].train_test_split(test_size=0.1, seed=42)

    model = AutoModelForSeq2SeqLM.from_pretrained(NAME)
    args = Seq2SeqTrainingArguments(
        output_dir="t5-news",
        eval_strategy="steps",
        eval_steps=500,
        save_steps=500,
        num_train_epochs=3,
        load_best_model_at_end=True,
        metric_for_best_model="eval_loss",
        greater_is_better=False,
    )
    trainer = Seq2SeqTrainer(
        model=model,
        args=args,
        train_dataset=inner["train"].map(encode, batched=True),
        eval_dataset=inner["test"].map(encode, batched=True),
        data_collator=DataCollatorForSeq2Seq(tokenizer, model=model),
    )
    # ok: early-stopping-on-test
    trainer.train()
    print(trainer.evaluate(held["test"].map(encode, batched=True), metric_key_prefix="final"))


if __name__ == "__main__":
    main()
