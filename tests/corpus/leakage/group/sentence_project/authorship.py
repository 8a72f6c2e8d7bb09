"""Guesses the author of a sentence from its characters."""

import argparse

from corpus import sentences
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import classification_report
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("letters", help="a file with one letter per line")
    args = parser.parse_args()

    table = sentences(args.letters)
    # expect: claim
    # ruleid: group-across-split
    train, test = train_test_split(table, test_size=0.2, stratify=table["author"], random_state=12)
    model = make_pipeline(TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5)), LinearSVC())
    model.fit(train["sentence"], train["author"])
    print(classification_report(test["author"], model.predict(test["sentence"])))


if __name__ == "__main__":
    main()
