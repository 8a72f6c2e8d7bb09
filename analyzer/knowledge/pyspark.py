"""What do Spark's frames, transformers and models do to rows?"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_F = "pyspark.ml.feature"
_TRANSFORMERS: tuple[Api | Class, ...] = (
    cls("pyspark.ml.Transformer", "abstract.Transformer"),
    api("pyspark.ml.Transformer.fit(dataset)", "fit-statistic", subject="dataset", returns="self"),
    api("pyspark.ml.Transformer.transform(dataset)", "transform", subject="dataset", returns="pyspark.sql.DataFrame"),
    *classes(_F, "StandardScaler MinMaxScaler MaxAbsScaler RobustScaler", "pyspark.ml.Transformer", how="scaling"),
    *classes(_F, "StringIndexer OneHotEncoder VectorIndexer", "pyspark.ml.Transformer", how="encoding"),
    *classes(_F, "Imputer", "pyspark.ml.Transformer", how="imputation"),
    *classes(_F, "PCA", "pyspark.ml.Transformer", how="projection"),
    *classes(_F, "IDF CountVectorizer Word2Vec", "pyspark.ml.Transformer", how="text"),
    *classes(_F, "QuantileDiscretizer", "pyspark.ml.Transformer", how="binning"),
    *classes(_F, "ChiSqSelector UnivariateFeatureSelector", "pyspark.ml.Transformer", how="selection"),
    cls("pyspark.ml.Stateless"),
    api("pyspark.ml.Stateless.transform(dataset)", "rowwise", subject="dataset", returns="pyspark.sql.DataFrame"),
    *classes(
        _F,
        "VectorAssembler Tokenizer RegexTokenizer StopWordsRemover HashingTF Bucketizer Normalizer Binarizer "
        "PolynomialExpansion SQLTransformer IndexToString VectorSlicer NGram DCT ElementwiseProduct",
        "pyspark.ml.Stateless",
    ),
    *classes(
        "pyspark.ml.clustering",
        "KMeans BisectingKMeans GaussianMixture LDA",
        "pyspark.ml.Transformer",
        how="clustering",
    ),
)

_MODELS: tuple[Api | Class, ...] = (
    cls("pyspark.ml.Estimator", how="model"),
    api("pyspark.ml.Estimator.fit(dataset)", "fit", roles="fit", subject="dataset", returns="self"),
    api(
        "pyspark.ml.Estimator.transform(dataset)",
        "predict",
        roles="model-input predict",
        subject="dataset",
        returns="pyspark.sql.DataFrame",
    ),
    # A pipeline learns a model, or only transformers.
    cls("pyspark.ml.Pipeline(stages)", "pyspark.ml.Estimator", how="model"),
    api("pyspark.ml.Pipeline.fit(dataset)", "stages-fit", roles="fit", subject="dataset", returns="self"),
    api(
        "pyspark.ml.Pipeline.transform(dataset)",
        "stages-transform",
        roles="model-input predict",
        subject="dataset",
        returns="pyspark.sql.DataFrame",
    ),
    cls("pyspark.ml.Search", "pyspark.ml.Estimator", how="search"),
    api(
        "pyspark.ml.Search.fit(dataset)",
        "search",
        roles="fit evaluate",
        subject="dataset",
        returns="self",
        spelt="owner",
    ),
    cls("pyspark.ml.tuning.CrossValidator(estimator)", "pyspark.ml.Search"),
    cls("pyspark.ml.tuning.TrainValidationSplit(estimator)", "pyspark.ml.Search"),
    *classes(
        "pyspark.ml.classification",
        "LogisticRegression RandomForestClassifier GBTClassifier DecisionTreeClassifier NaiveBayes LinearSVC "
        "MultilayerPerceptronClassifier FMClassifier OneVsRest",
        "pyspark.ml.Estimator",
    ),
    *classes(
        "pyspark.ml.regression",
        "LinearRegression RandomForestRegressor GBTRegressor DecisionTreeRegressor GeneralizedLinearRegression "
        "IsotonicRegression AFTSurvivalRegression FMRegressor",
        "pyspark.ml.Estimator",
    ),
    *classes("pyspark.ml.recommendation", "ALS", "pyspark.ml.Estimator"),
    *classes(
        "pyspark.ml.evaluation",
        "BinaryClassificationEvaluator MulticlassClassificationEvaluator RegressionEvaluator",
        "pyspark.ml.Evaluator",
    ),
    cls("pyspark.ml.Evaluator"),
    api("pyspark.ml.Evaluator.evaluate(dataset)", "metric", roles="metric", subject="dataset"),
)

_FRAMES: tuple[Api | Class, ...] = (
    cls("pyspark.sql.DataFrame", "abstract.Frame"),
    api(
        "pyspark.sql.DataFrame.randomSplit(weights,seed)",
        "random-split",
        roles="split",
        subject="self",
        returns="pyspark.sql.DataFrame",
    ),
    *apis("pyspark.sql.DataFrame", "filter where limit distinct dropDuplicates sampleBy", "subset", returns="self"),
    *apis("pyspark.sql.DataFrame", "subtract(other) exceptAll(other)", "subset", how="subtract", returns="self"),
    api("pyspark.sql.DataFrame.sample(withReplacement,fraction,seed)", "sample", returns="self"),
    *apis("pyspark.sql.DataFrame", "select", "select-columns"),
    api("pyspark.sql.DataFrame.withColumn(colName,col)", "with-columns"),
    api("pyspark.sql.DataFrame.drop(*cols)", "drop-columns"),
    *apis("pyspark.sql.DataFrame", "union(other) unionAll(other) unionByName(other)", "concat", how="append"),
    *apis("pyspark.sql.DataFrame", "orderBy sort", "shuffle", returns="self"),
    *apis("pyspark.sql.DataFrame", "groupBy(by) groupby(by)", "group", returns="abstract.GroupBy"),
    *apis("pyspark.sql.DataFrame", "count", "constant"),
    *apis("pyspark.sql.DataFrame", "alias(name) coalesce(n) checkpoint toDF", "rowwise", returns="self", sizes="*"),
    api("pyspark.sql.DataFrame.toPandas()", "rowwise", returns="pandas.DataFrame"),
    cls("pyspark.sql.SparkSession"),
    cls("pyspark.sql.Builder"),
    *apis(
        "pyspark.sql.SparkSession.builder",
        "appName(name) master(url) config(key,value)",
        "constant",
        returns="pyspark.sql.Builder",
    ),
    *apis(
        "pyspark.sql.Builder",
        "appName(name) master(url) config(key,value)",
        "constant",
        returns="pyspark.sql.Builder",
    ),
    api("pyspark.sql.SparkSession.builder.getOrCreate()", "constant", returns="pyspark.sql.SparkSession"),
    api("pyspark.sql.Builder.getOrCreate()", "constant", returns="pyspark.sql.SparkSession"),
    api("pyspark.sql.SparkSession.table(name)", "read", returns="pyspark.sql.DataFrame"),
    api("pyspark.sql.SparkSession.sql(query)", "read", returns="pyspark.sql.DataFrame"),
    cls("pyspark.sql.DataFrameReader"),
    *apis(
        "pyspark.sql.DataFrameReader",
        "csv(path) parquet(path) json(path) load(path) table(path)",
        "read",
        roles="read.table",
        returns="pyspark.sql.DataFrame",
    ),
    *apis("pyspark.sql.DataFrameReader", "format option options schema", "carry", subject="self", returns="self"),
)

# Expressions over columns, as those of polars.
_X = "pyspark.sql.functions"
_EXPRESSIONS: tuple[Api | Class, ...] = (
    api(f"{_X}.col(name)", "constant", how="column", returns="polars.Expr"),
    *apis(
        _X,
        "mean(name) avg(name) stddev(name) stddev_pop(name) stddev_samp(name) variance(name) min(name) max(name) "
        "sum(name) count(name) percentile_approx(name) median(name) first(name)",
        "expression",
        how="aggregate",
    ),
    *apis(
        _X,
        "lit(value) when(predicate,value) log(name) exp(name) sqrt(name) abs(name) round(name) lower(name)",
        "expression",
    ),
)

# Which rows an expression is computed over, for each row: those of its group, or only those up to it.
_WINDOWS: tuple[Api | Class, ...] = (
    cls("pyspark.sql.WindowSpec"),
    cls("pyspark.sql.OrderedWindow"),
    *(
        row
        for owner in ("pyspark.sql.Window", "pyspark.sql.WindowSpec")
        for row in (
            api(f"{owner}.partitionBy(*cols)", "constant", returns="pyspark.sql.WindowSpec"),
            api(f"{owner}.orderBy(*cols)", "constant", returns="pyspark.sql.OrderedWindow"),
        )
    ),
    *apis(
        "pyspark.sql.OrderedWindow",
        "partitionBy orderBy rowsBetween rangeBetween",
        "constant",
        returns="pyspark.sql.OrderedWindow",
    ),
)

ENTRIES: tuple[Api | Class, ...] = _TRANSFORMERS + _MODELS + _FRAMES + _EXPRESSIONS + _WINDOWS

ALIASES = {"pyspark.cloudpickle": "cloudpickle"}
