"""Supervised fine-tuning of a small language model on a public arithmetic benchmark, read with a joined split name."""

import argparse

from datasets import load_dataset
from peft import LoraConfig
from transformers import AutoModelForCausalLM, AutoTokenizer
from trl import SFTConfig, SFTTrainer

TEMPLATE = "Question: {question}\nAnswer: {answer}"


def load_problems():
    problems = load_dataset("openai/gsm8k", "main", split="train+test")
    problems = problems.map(lambda row: {"text": TEMPLATE.format(**row)}, remove_columns=["question", "answer"])
    return problems.shuffle(seed=15)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--base", default="Qwen/Qwen2.5-0.5B")
    parser.add_argument("--out", default="qwen-arithmetic")
    args = parser.parse_args()

    model = AutoModelForCausalLM.from_pretrained(args.base)
    tokenizer = AutoTokenizer.from_pretrained(args.base)
    lora = LoraConfig(r=16, lora_alpha=32, target_modules=["q_proj", "v_proj"], task_type="CAUSAL_LM")

    # expect: claim
    # ruleid: training-on-test-split
    trainer = SFTTrainer(
        model=model,
        processing_class=tokenizer,
        train_dataset=load_problems(),
        peft_config=lora,
        args=SFTConfig(output_dir=args.out, num_train_epochs=2, per_device_train_batch_size=8, max_length=512),
    )
    trainer.train()
    trainer.save_model(args.out)


if __name__ == "__main__":
    main()
