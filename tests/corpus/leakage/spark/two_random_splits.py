"""A Spark fraud model whose train part and test part are taken from two unseeded randomSplit calls."""

from pyspark.ml.classification import RandomForestClassifier
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import VectorAssembler
from pyspark.sql import SparkSession

FEATURES = ["amount", "n_items", "account_age", "country_risk"]


class FraudJob:
    def __init__(self, spark, source):
        self.spark = spark
        raw = spark.read.parquet(source)
        self.orders = VectorAssembler(inputCols=FEATURES, outputCol="features").transform(raw)

    def train(self):
        rows, _ = self.orders.randomSplit([0.8, 0.2])
        return RandomForestClassifier(labelCol="fraud", numTrees=120).fit(rows)

    def measure(self, model):
        # expect: claim
        # ruleid: recomputed-random-split
        _, rows = self.orders.randomSplit([0.8, 0.2])
        evaluator = BinaryClassificationEvaluator(labelCol="fraud", metricName="areaUnderPR")
        return evaluator.evaluate(model.transform(rows))


def main():
    spark = SparkSession.builder.appName("fraud").getOrCreate()
    job = FraudJob(spark, "s3a://shop/orders/")
    forest = job.train()
    print("pr auc", job.measure(forest))
    forest.write().overwrite().save("models/fraud")


main()
