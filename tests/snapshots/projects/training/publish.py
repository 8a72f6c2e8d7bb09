"""Publishes a tokenizer beside the model."""

import argparse

from transformers import AutoModel, AutoTokenizer

parser = argparse.ArgumentParser()
parser.add_argument("name")
parser.add_argument("--trust", action="store_true")
args = parser.parse_args()

tokenizer = AutoTokenizer.from_pretrained("org/tokenizer", trust_remote_code=True)
model = AutoModel.from_pretrained(args.name, trust_remote_code=args.trust)
