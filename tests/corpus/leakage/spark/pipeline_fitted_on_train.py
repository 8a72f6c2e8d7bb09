"""A Spark loan model whose indexer, encoder and scaler are stages of a Pipeline that is fitted on the train part."""

import argparse

from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import OneHotEncoder, StandardScaler, StringIndexer, VectorAssembler
from pyspark.sql import SparkSession


def stages(categorical, numeric):
    indexed = [c + "_idx" for c in categorical]
    vectors = [c + "_vec" for c in categorical]
    yield StringIndexer(inputCols=categorical, outputCols=indexed, handleInvalid="keep")
    yield OneHotEncoder(inputCols=indexed, outputCols=vectors)
    yield VectorAssembler(inputCols=numeric, outputCol="numbers")
    # ok: fit-before-split
    yield StandardScaler(inputCol="numbers", outputCol="scaled", withMean=True)
    yield VectorAssembler(inputCols=vectors + ["scaled"], outputCol="features")
    yield LogisticRegression(labelCol="bad_loan", featuresCol="features", regParam=0.01)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--table", default="bank.loans")
    args = parser.parse_args()

    spark = SparkSession.builder.getOrCreate()
    loans = spark.table(args.table).na.drop(subset=["bad_loan"])
    train, test = loans.randomSplit([0.75, 0.25], seed=2)
    train = train.persist()
    test = test.persist()

    # ok: fit-before-split, evaluation-on-training-rows
    fitted = Pipeline(stages=list(stages(["purpose", "state"], ["amount", "income"]))).fit(train)
    auc = BinaryClassificationEvaluator(labelCol="bad_loan")
    print("train auc", auc.evaluate(fitted.transform(train)))
    print("test auc", auc.evaluate(fitted.transform(test)))


if __name__ == "__main__":
    main()
