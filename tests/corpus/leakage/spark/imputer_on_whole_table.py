"""A Spark regression whose Imputer is fitted on the whole table before randomSplit."""

from pyspark.ml.evaluation import RegressionEvaluator
from pyspark.ml.feature import Imputer, VectorAssembler
from pyspark.ml.regression import GBTRegressor
from pyspark.sql import SparkSession

spark = SparkSession.builder.appName("turbines").getOrCreate()
turbines = spark.read.csv("hdfs:///plants/turbines.csv", header=True, inferSchema=True)

sensors = ["wind", "pitch", "rotor_rpm", "oil_temp"]
filled = [f"{c}_filled" for c in sensors]

imputer = Imputer(inputCols=sensors, outputCols=filled, strategy="median")
# expect: claim
# ruleid: fit-before-split
turbines = imputer.fit(turbines).transform(turbines)
# ok: fit-before-split
turbines = VectorAssembler(inputCols=filled, outputCol="features").transform(turbines)

train, test = turbines.randomSplit([0.8, 0.2], seed=19)
train.cache()
test.cache()

model = GBTRegressor(featuresCol="features", labelCol="power_kw", maxIter=60).fit(train)
evaluator = RegressionEvaluator(labelCol="power_kw", metricName="rmse")
print("rmse", evaluator.evaluate(model.transform(test)))
spark.stop()
