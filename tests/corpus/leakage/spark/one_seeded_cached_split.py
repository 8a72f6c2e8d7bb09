"""A Spark delay model with one seeded randomSplit of a cached table and different models on the same two parts."""

from pyspark.ml.evaluation import RegressionEvaluator
from pyspark.ml.feature import Bucketizer, VectorAssembler
from pyspark.ml.regression import DecisionTreeRegressor, LinearRegression
from pyspark.sql import SparkSession

spark = SparkSession.builder.master("local[2]").getOrCreate()

flights = spark.read.option("header", True).option("inferSchema", True).csv("flights.csv")
flights = flights.dropna(subset=["arr_delay"])

# ok: fit-before-split
flights = Bucketizer(inputCol="dep_hour", outputCol="day_part", splits=[0, 6, 12, 18, 24]).transform(flights)
flights = VectorAssembler(inputCols=["day_part", "distance", "dep_delay"], outputCol="features").transform(flights)
flights = flights.select("features", "arr_delay").cache()
flights.count()

# ok: recomputed-random-split
train_rows, test_rows = flights.randomSplit([0.8, 0.2], seed=1)
evaluator = RegressionEvaluator(labelCol="arr_delay", metricName="mae")

for regressor in (LinearRegression(labelCol="arr_delay"), DecisionTreeRegressor(labelCol="arr_delay", maxDepth=6)):
    # ok: evaluation-on-training-rows
    fitted = regressor.fit(train_rows)
    print(type(regressor).__name__, evaluator.evaluate(fitted.transform(test_rows)))
