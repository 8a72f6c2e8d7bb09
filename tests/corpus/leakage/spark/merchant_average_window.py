"""A Spark chargeback model that adds the mean amount of a merchant over a window partition before randomSplit."""

from pyspark.ml.classification import GBTClassifier
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.feature import VectorAssembler
from pyspark.sql import SparkSession, Window
from pyspark.sql.functions import avg, col, log1p

spark = SparkSession.builder.appName("chargebacks").getOrCreate()
payments = spark.read.parquet("payments.parquet")

merchant = Window.partitionBy("merchant_code")
# expect: claim
# ruleid: fit-before-split
payments = payments.withColumn("merchant_mean", avg("amount").over(merchant))
payments = payments.withColumn("amount_vs_merchant", col("amount") / col("merchant_mean"))
payments = payments.withColumn("amount_log", log1p("amount"))

assembler = VectorAssembler(inputCols=["amount_log", "merchant_mean", "amount_vs_merchant"], outputCol="features")
dataset = assembler.transform(payments).select("features", col("chargeback").cast("double").alias("label"))

train, test = dataset.randomSplit([0.7, 0.3], seed=4)
gbt = GBTClassifier(maxDepth=5, maxIter=40)
model = gbt.fit(train)
print("area under roc:", BinaryClassificationEvaluator().evaluate(model.transform(test)))
