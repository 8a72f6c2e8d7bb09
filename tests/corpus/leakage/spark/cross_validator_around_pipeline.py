"""A Spark ad click model where a CrossValidator tunes a whole Pipeline on the train part before one final score."""

from pyspark.ml import Pipeline
from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import IDF, CountVectorizer, RegexTokenizer
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder
from pyspark.sql import SparkSession


def build():
    tokenizer = RegexTokenizer(inputCol="ad_text", outputCol="words", pattern="\\W+")
    counts = CountVectorizer(inputCol="words", outputCol="counts", minDF=5.0)
    idf = IDF(inputCol="counts", outputCol="features")
    logistic = LogisticRegression(labelCol="clicked")
    grid = (
        ParamGridBuilder()
        .addGrid(counts.vocabSize, [5_000, 20_000])
        .addGrid(logistic.regParam, [0.1, 0.01, 0.001])
        .build()
    )
    return CrossValidator(
        estimator=Pipeline(stages=[tokenizer, counts, idf, logistic]),
        estimatorParamMaps=grid,
        evaluator=BinaryClassificationEvaluator(labelCol="clicked"),
        numFolds=4,
        seed=10,
    )


def main():
    spark = SparkSession.builder.appName("clicks").getOrCreate()
    ads = spark.read.parquet("ads.parquet").select("ad_text", "clicked")
    learning, final = ads.randomSplit([0.9, 0.1], seed=10)
    # ok: fit-before-split, tuning-on-test
    best = build().fit(learning.cache()).bestModel
    # ok: tuning-on-test
    print("auc", BinaryClassificationEvaluator(labelCol="clicked").evaluate(best.transform(final)))


if __name__ == "__main__":
    main()
