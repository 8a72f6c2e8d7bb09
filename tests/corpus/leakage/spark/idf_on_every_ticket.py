"""A Spark ticket classifier with hashed term counts and an IDF model that is fitted before randomSplit."""

from pyspark.ml.classification import NaiveBayes
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.feature import IDF, HashingTF, StopWordsRemover, Tokenizer
from pyspark.sql import SparkSession
from pyspark.sql import functions as F


def tokens(tickets):
    lowered = tickets.withColumn("text", F.lower(F.concat_ws(" ", "subject", "body")))
    words = Tokenizer(inputCol="text", outputCol="words").transform(lowered)
    return StopWordsRemover(inputCol="words", outputCol="terms").transform(words)


def weigh(tickets):
    # ok: fit-before-split
    counted = HashingTF(inputCol="terms", outputCol="counts", numFeatures=1 << 16).transform(tickets)
    # expect: claim
    # ruleid: fit-before-split
    weights = IDF(inputCol="counts", outputCol="features", minDocFreq=3).fit(counted)
    return weights.transform(counted)


if __name__ == "__main__":
    session = SparkSession.builder.appName("tickets").getOrCreate()
    tickets = session.read.json("tickets.jsonl").withColumn("label", F.col("queue_id").cast("double"))
    learn, check = weigh(tokens(tickets)).randomSplit([0.7, 0.3], seed=55)
    bayes = NaiveBayes(smoothing=0.5).fit(learn.cache())
    metric = MulticlassClassificationEvaluator(metricName="f1")
    print("f1 on the check part:", metric.evaluate(bayes.transform(check)))
