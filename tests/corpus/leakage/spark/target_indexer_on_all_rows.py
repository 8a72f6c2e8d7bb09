"""A Spark species model that indexes the target on all rows and fits its input scaler on the train part."""

from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import MulticlassClassificationEvaluator
from pyspark.ml.feature import MinMaxScaler, StringIndexer, VectorAssembler
from pyspark.sql import SparkSession
from pyspark.sql import functions as F

spark = SparkSession.builder.getOrCreate()
plants = spark.read.csv("plants.csv", header=True, inferSchema=True)
plants = plants.withColumn("leaf_ratio", F.col("leaf_length") / F.col("leaf_width"))

# ok: fit-before-split
species = StringIndexer(inputCol="species", outputCol="label").fit(plants)
plants = species.transform(plants)

columns = ["leaf_length", "leaf_width", "leaf_ratio", "stem_height"]
plants = VectorAssembler(inputCols=columns, outputCol="raw").transform(plants)
train, test = plants.randomSplit([0.6, 0.4], seed=90)
train, test = train.cache(), test.cache()

# ok: fit-before-split
scaler = MinMaxScaler(inputCol="raw", outputCol="features").fit(train)
classifier = LogisticRegression(family="multinomial").fit(scaler.transform(train))

predictions = classifier.transform(scaler.transform(test))
print("accuracy", MulticlassClassificationEvaluator(metricName="accuracy").evaluate(predictions))
predictions.groupBy("label", "prediction").count().orderBy("label").show()
