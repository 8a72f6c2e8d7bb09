"""What do scikit-learn's classes learn from data, and what do its functions do to it?

Sources: the API reference of scikit-learn 1.0 to 1.7 and, for old import paths, of 0.17 to 0.24.
"""

from analyzer.knowledge.table import Api, Class, api, apis, classes, cls

_T, _E = "abstract.Transformer", "abstract.Estimator"

_TRANSFORMERS: tuple[Api | Class, ...] = (
    *classes(
        "sklearn.preprocessing",
        "StandardScaler MinMaxScaler MaxAbsScaler RobustScaler PowerTransformer QuantileTransformer KernelCenterer",
        _T,
        how="scaling",
    ),
    *classes(
        "sklearn.preprocessing",
        "LabelEncoder LabelBinarizer MultiLabelBinarizer",
        _T,
        how="encoding",
    ),
    # They raise for a category that they have not seen, unless `handle_unknown` says otherwise.
    *classes("sklearn.preprocessing", "OneHotEncoder OrdinalEncoder", _T, how="encoding", roles="encoder"),
    cls("sklearn.preprocessing.TargetEncoder", _T, how="target-encoding", target="yes"),
    # LabelEncoder speaks of y only, where others speak of X.
    *apis("sklearn.preprocessing.LabelEncoder", "fit(y)", "fit-statistic", subject="y", returns="self"),
    *apis(
        "sklearn.preprocessing.LabelEncoder", "fit_transform(y)", "fit-transform", subject="y", returns="numpy.ndarray"
    ),
    *apis("sklearn.preprocessing.LabelEncoder", "transform(y)", "transform", subject="y", returns="numpy.ndarray"),
    *apis("sklearn.preprocessing.LabelBinarizer", "fit(y)", "fit-statistic", subject="y", returns="self"),
    *apis(
        "sklearn.preprocessing.LabelBinarizer",
        "fit_transform(y)",
        "fit-transform",
        subject="y",
        returns="numpy.ndarray",
    ),
    *apis("sklearn.preprocessing.LabelBinarizer", "transform(y)", "transform", subject="y", returns="numpy.ndarray"),
    *classes("sklearn.preprocessing", "KBinsDiscretizer SplineTransformer", _T, how="binning"),
    *classes("sklearn.impute", "SimpleImputer KNNImputer IterativeImputer", _T, how="imputation"),
    cls("sklearn.impute.MissingIndicator", "abstract.Stateless"),
    cls("sklearn.preprocessing.Imputer", _T, how="imputation"),
    *classes(
        "sklearn.feature_selection",
        "SelectKBest SelectPercentile SelectFpr SelectFdr SelectFwe GenericUnivariateSelect SelectFromModel RFE RFECV "
        "SequentialFeatureSelector",
        _T,
        how="selection",
        target="yes",
    ),
    cls("sklearn.feature_selection.VarianceThreshold", _T, how="selection"),
    *classes(
        "sklearn.decomposition",
        "PCA IncrementalPCA KernelPCA SparsePCA MiniBatchSparsePCA TruncatedSVD NMF MiniBatchNMF FastICA "
        "FactorAnalysis "
        "DictionaryLearning MiniBatchDictionaryLearning LatentDirichletAllocation RandomizedPCA",
        _T,
        how="projection",
    ),
    *classes("sklearn.manifold", "TSNE Isomap LocallyLinearEmbedding MDS SpectralEmbedding", _T, how="projection"),
    *classes("sklearn.random_projection", "GaussianRandomProjection SparseRandomProjection", "abstract.Stateless"),
    *classes("sklearn.kernel_approximation", "Nystroem", _T, how="projection"),
    *classes("sklearn.kernel_approximation", "RBFSampler AdditiveChi2Sampler SkewedChi2Sampler", "abstract.Stateless"),
    *classes("sklearn.feature_extraction.text", "CountVectorizer TfidfVectorizer TfidfTransformer", _T, how="text"),
    cls("sklearn.feature_extraction.text.HashingVectorizer", "abstract.Stateless"),
    cls("sklearn.feature_extraction.FeatureHasher", "abstract.Stateless"),
    cls("sklearn.feature_extraction.DictVectorizer", _T, how="encoding"),
    *classes(
        "sklearn.preprocessing", "Normalizer Binarizer PolynomialFeatures FunctionTransformer", "abstract.Stateless"
    ),
    *classes(
        "sklearn.cluster",
        "KMeans MiniBatchKMeans DBSCAN AgglomerativeClustering Birch MeanShift OPTICS SpectralClustering HDBSCAN "
        "AffinityPropagation BisectingKMeans FeatureAgglomeration",
        "abstract.Clusterer",
        how="clustering",
    ),
    *classes("sklearn.mixture", "GaussianMixture BayesianGaussianMixture", "abstract.Clusterer", how="clustering"),
    cls("sklearn.neural_network.BernoulliRBM", _T, how="projection"),
)

_COMPOSED: tuple[Api | Class, ...] = (
    cls("sklearn.pipeline.Pipeline(steps,memory,verbose)", "sklearn.pipeline.Composite", how="model"),
    cls("sklearn.pipeline.FeatureUnion(transformer_list)", _T, how="composite"),
    cls("sklearn.compose.ColumnTransformer(transformers,remainder)", _T, how="composite"),
    cls("sklearn.pipeline.Composite", _E),
    api(
        "sklearn.pipeline.Composite.fit_transform(X,y)",
        "fit-transform",
        subject="X",
        returns="numpy.ndarray",
        how="composite",
    ),
    api("sklearn.pipeline.Composite.transform(X)", "transform", subject="X", returns="numpy.ndarray", how="composite"),
    api("sklearn.pipeline.make_pipeline(*steps)", "pipeline", returns="sklearn.pipeline.Pipeline"),
    api("sklearn.pipeline.make_union(*transformers)", "pipeline", returns="sklearn.pipeline.FeatureUnion"),
    api(
        "sklearn.compose.make_column_transformer(*transformers)",
        "pipeline",
        returns="sklearn.compose.ColumnTransformer",
    ),
    cls("sklearn.compose.TransformedTargetRegressor", _E),
)

_ESTIMATORS: tuple[Api | Class, ...] = (
    *classes(
        "sklearn.linear_model",
        "LinearRegression Ridge RidgeCV RidgeClassifier RidgeClassifierCV Lasso LassoCV LassoLars "
        "LassoLarsCV LassoLarsIC "
        "ElasticNet ElasticNetCV Lars LarsCV LogisticRegression LogisticRegressionCV SGDClassifier SGDRegressor "
        "Perceptron PassiveAggressiveClassifier PassiveAggressiveRegressor BayesianRidge ARDRegression HuberRegressor "
        "RANSACRegressor TheilSenRegressor PoissonRegressor GammaRegressor TweedieRegressor QuantileRegressor "
        "OrthogonalMatchingPursuit MultiTaskLasso MultiTaskElasticNet RandomizedLasso RandomizedLogisticRegression",
        _E,
    ),
    *classes("sklearn.svm", "SVC SVR LinearSVC LinearSVR NuSVC NuSVR OneClassSVM", _E),
    *classes(
        "sklearn.ensemble",
        "RandomForestClassifier RandomForestRegressor ExtraTreesClassifier ExtraTreesRegressor "
        "GradientBoostingClassifier GradientBoostingRegressor HistGradientBoostingClassifier "
        "HistGradientBoostingRegressor AdaBoostClassifier AdaBoostRegressor BaggingClassifier BaggingRegressor "
        "VotingClassifier VotingRegressor StackingClassifier StackingRegressor IsolationForest RandomTreesEmbedding",
        _E,
    ),
    *classes(
        "sklearn.tree",
        "DecisionTreeClassifier DecisionTreeRegressor ExtraTreeClassifier ExtraTreeRegressor",
        _E,
    ),
    *classes(
        "sklearn.neighbors",
        "KNeighborsClassifier KNeighborsRegressor RadiusNeighborsClassifier RadiusNeighborsRegressor NearestCentroid "
        "NearestNeighbors LocalOutlierFactor KernelDensity NeighborhoodComponentsAnalysis",
        _E,
    ),
    *classes("sklearn.naive_bayes", "GaussianNB MultinomialNB BernoulliNB ComplementNB CategoricalNB", _E),
    *classes("sklearn.neural_network", "MLPClassifier MLPRegressor", _E),
    *classes(
        "sklearn.discriminant_analysis",
        "LinearDiscriminantAnalysis QuadraticDiscriminantAnalysis",
        "sklearn.discriminant_analysis.Discriminant",
    ),
    cls("sklearn.discriminant_analysis.Discriminant", _E),
    api(
        "sklearn.discriminant_analysis.Discriminant.transform(X)",
        "transform",
        subject="X",
        returns="numpy.ndarray",
        how="projection",
    ),
    api(
        "sklearn.discriminant_analysis.Discriminant.fit_transform(X,y)",
        "fit-transform",
        subject="X",
        returns="numpy.ndarray",
        how="projection",
    ),
    *classes("sklearn.gaussian_process", "GaussianProcessClassifier GaussianProcessRegressor", _E),
    *classes("sklearn.kernel_ridge", "KernelRidge", _E),
    *classes("sklearn.isotonic", "IsotonicRegression", _E),
    *classes(
        "sklearn.cross_decomposition", "PLSRegression PLSCanonical CCA", "sklearn.discriminant_analysis.Discriminant"
    ),
    *classes("sklearn.covariance", "EllipticEnvelope", _E),
    cls("sklearn.calibration.CalibratedClassifierCV(estimator,method,cv)", _E),
    cls("sklearn.frozen.FrozenEstimator(estimator)", _E),
    *classes("sklearn.multiclass", "OneVsRestClassifier OneVsOneClassifier OutputCodeClassifier", _E),
    *classes("sklearn.multioutput", "MultiOutputClassifier MultiOutputRegressor ClassifierChain RegressorChain", _E),
    *classes("sklearn.semi_supervised", "LabelPropagation LabelSpreading SelfTrainingClassifier", _E),
    *classes("sklearn.dummy", "DummyClassifier DummyRegressor", _E),
)

_M = "sklearn.model_selection"
_SELECTION: tuple[Api | Class, ...] = (
    api(
        f"{_M}.train_test_split(*arrays,test_size,train_size,random_state,shuffle,stratify)",
        "split",
        roles="split",
        subject="0",
    ),
    *classes(
        _M,
        "KFold StratifiedKFold GroupKFold StratifiedGroupKFold RepeatedKFold RepeatedStratifiedKFold ShuffleSplit "
        "StratifiedShuffleSplit GroupShuffleSplit TimeSeriesSplit LeaveOneOut LeavePOut LeaveOneGroupOut "
        "LeavePGroupsOut "
        "PredefinedSplit",
        "abstract.Splitter",
    ),
    *classes(
        _M,
        "GridSearchCV(estimator,param_grid) RandomizedSearchCV(estimator,param_distributions) "
        "HalvingGridSearchCV(estimator,param_grid) HalvingRandomSearchCV(estimator,param_distributions)",
        "abstract.Search",
    ),
    *apis(
        _M,
        "cross_val_score(estimator,X,y,groups,scoring,cv) cross_validate(estimator,X,y,groups,scoring,cv) "
        "learning_curve(estimator,X,y) validation_curve(estimator,X,y) permutation_test_score(estimator,X,y)",
        "cross-validate",
        roles="evaluate",
        subject="X",
    ),
    api(
        f"{_M}.cross_val_predict(estimator,X,y,groups,cv,method)",
        "cross-validate",
        roles="evaluate",
        subject="X",
        how="predict",
    ),
    *classes(_M, "ParameterGrid ParameterSampler", ""),
)

# `swap` says what happens when labels and predictions change places: "wrong" is silent and wrong, "harmless" changes
# nothing, "raises" fails at once. Established by running both orders on every one of them.
_X = "sklearn.metrics"
_METRICS: tuple[Api | Class, ...] = (
    *apis(
        _X,
        "precision_score(y_true,y_pred) recall_score(y_true,y_pred) balanced_accuracy_score(y_true,y_pred) "
        "r2_score(y_true,y_pred) mean_absolute_percentage_error(y_true,y_pred) explained_variance_score(y_true,y_pred) "
        "confusion_matrix(y_true,y_pred) classification_report(y_true,y_pred) "
        "precision_recall_fscore_support(y_true,y_pred) fbeta_score(y_true,y_pred) "
        "d2_absolute_error_score(y_true,y_pred) "
        "multilabel_confusion_matrix(y_true,y_pred) mean_pinball_loss(y_true,y_pred) "
        "mean_tweedie_deviance(y_true,y_pred) "
        "mean_poisson_deviance(y_true,y_pred) mean_gamma_deviance(y_true,y_pred)",
        "metric",
        roles="metric",
        swap="wrong",
    ),
    *apis(
        _X,
        "accuracy_score(y_true,y_pred) f1_score(y_true,y_pred) mean_squared_error(y_true,y_pred) "
        "mean_absolute_error(y_true,y_pred) root_mean_squared_error(y_true,y_pred) matthews_corrcoef(y_true,y_pred) "
        "cohen_kappa_score(y1,y2) jaccard_score(y_true,y_pred) mean_squared_log_error(y_true,y_pred) "
        "root_mean_squared_log_error(y_true,y_pred) median_absolute_error(y_true,y_pred) max_error(y_true,y_pred) "
        "hamming_loss(y_true,y_pred) zero_one_loss(y_true,y_pred)",
        "metric",
        roles="metric",
        swap="harmless",
    ),
    *apis(
        _X,
        "roc_auc_score(y_true,y_score) average_precision_score(y_true,y_score) log_loss(y_true,y_pred) "
        "brier_score_loss(y_true,y_proba) roc_curve(y_true,y_score) precision_recall_curve(y_true,y_score) "
        "det_curve(y_true,y_score) hinge_loss(y_true,pred_decision) ndcg_score(y_true,y_score) "
        "top_k_accuracy_score(y_true,y_score) label_ranking_average_precision_score(y_true,y_score)",
        "metric",
        roles="metric",
        swap="raises",
    ),
    *apis(_X, "auc(x,y) silhouette_score(X,labels)", "carry"),
    # The three parameters that say what the metric is given: without any it is what `predict` gives.
    api(
        f"{_X}.make_scorer(score_func, *, response_method, greater_is_better, needs_proba, needs_threshold, **kwargs)",
        "carry",
        roles="scorer",
    ),
    *apis(
        _X,
        "plot_confusion_matrix(estimator,X,y_true) plot_roc_curve(estimator,X,y) "
        "plot_precision_recall_curve(estimator,X,y)",
        "score",
        roles="evaluate",
        subject="X",
        model="estimator",
    ),
    *apis(f"{_X}.ConfusionMatrixDisplay", "from_predictions(y_true,y_pred)", "metric", roles="metric", swap="wrong"),
    *apis(
        f"{_X}.ConfusionMatrixDisplay",
        "from_estimator(estimator,X,y)",
        "score",
        roles="evaluate",
        subject="X",
        model="estimator",
    ),
    *apis(
        f"{_X}.RocCurveDisplay",
        "from_estimator(estimator,X,y)",
        "score",
        roles="evaluate",
        subject="X",
        model="estimator",
    ),
)

_FUNCTIONS: tuple[Api | Class, ...] = (
    *apis(
        "sklearn.preprocessing",
        "scale(X,axis) minmax_scale(X,axis) maxabs_scale(X,axis) robust_scale(X,axis) power_transform(X) "
        "quantile_transform(X,axis)",
        "statistic",
        how="scaling",
        returns="numpy.ndarray",
    ),
    *apis("sklearn.preprocessing", "normalize(X) binarize(X) label_binarize(y)", "rowwise", returns="numpy.ndarray"),
    api(
        "sklearn.utils.resample(*arrays,replace,n_samples,random_state,stratify)",
        "sample",
        subject="0",
        default="replace",
    ),
    api("sklearn.utils.shuffle(*arrays,random_state,n_samples)", "shuffle", subject="0"),
    api("sklearn.utils.validation.check_is_fitted(estimator, attributes, **kwargs)", "constant"),
    # Raises for what is not two-dimensional, no number or not finite, unless it is told otherwise.
    api(
        "sklearn.utils.validation.check_array(array, accept_sparse, **kwargs)",
        "validate",
        subject="array",
        how="typed shaped finite",
        unless="force_all_finite ensure_all_finite",
    ),
    api("sklearn.utils.validation.assert_all_finite(X, **kwargs)", "validate", subject="X", how="finite"),
    *apis(
        "sklearn.feature_selection",
        "chi2(X,y) f_classif(X,y) f_regression(X,y) mutual_info_classif(X,y) mutual_info_regression(X,y)",
        "reduce",
        subject="X",
        how="selection",
        target="yes",
    ),
    api("sklearn.base.clone(estimator)", "pipeline", how="clone"),
    *apis(
        "sklearn.datasets",
        "load_iris load_digits load_wine load_breast_cancer load_diabetes load_boston load_linnerud fetch_openml "
        "fetch_california_housing fetch_20newsgroups fetch_covtype fetch_olivetti_faces fetch_lfw_people load_files "
        "fetch_kddcup99 fetch_rcv1",
        "read",
        how="bunch",
    ),
    *apis(
        "sklearn.datasets",
        "make_classification make_regression make_blobs make_moons make_circles make_friedman1 make_swiss_roll "
        "make_hastie_10_2 make_gaussian_quantiles make_multilabel_classification make_s_curve",
        "read",
        how="pair",
        returns="numpy.ndarray,numpy.ndarray",
    ),
    cls("sklearn.base.BaseEstimator"),
    # What the mixins add to classes of a project calls the class's own `fit`, `transform` and `predict`.
    cls("sklearn.base.ClassifierMixin"),
    api("sklearn.base.ClassifierMixin.score(X,y)", "score", roles="evaluate", subject="X", how="mixin"),
    cls("sklearn.base.RegressorMixin"),
    api("sklearn.base.RegressorMixin.score(X,y)", "score", roles="evaluate", subject="X", how="mixin"),
    cls("sklearn.base.TransformerMixin"),
    api("sklearn.base.TransformerMixin.fit_transform(X,y)", "fit-transform", subject="X", how="mixin"),
)

ENTRIES: tuple[Api | Class, ...] = _TRANSFORMERS + _COMPOSED + _ESTIMATORS + _SELECTION + _METRICS + _FUNCTIONS

ALIASES = {
    "sklearn.cross_validation": "sklearn.model_selection",
    "sklearn.grid_search": "sklearn.model_selection",
    "sklearn.learning_curve": "sklearn.model_selection",
    "sklearn.model_selection._split": "sklearn.model_selection",
    "sklearn.model_selection._search": "sklearn.model_selection",
    "sklearn.model_selection._validation": "sklearn.model_selection",
    "sklearn.externals.joblib": "joblib",
    "sklearn.preprocessing.data": "sklearn.preprocessing",
    "sklearn.preprocessing._data": "sklearn.preprocessing",
    "sklearn.preprocessing.label": "sklearn.preprocessing",
    "sklearn.preprocessing._label": "sklearn.preprocessing",
    "sklearn.preprocessing.imputation": "sklearn.preprocessing",
    "sklearn.preprocessing._encoders": "sklearn.preprocessing",
    "sklearn.ensemble.forest": "sklearn.ensemble",
    "sklearn.ensemble._forest": "sklearn.ensemble",
    "sklearn.ensemble.gradient_boosting": "sklearn.ensemble",
    "sklearn.ensemble.weight_boosting": "sklearn.ensemble",
    "sklearn.ensemble.bagging": "sklearn.ensemble",
    "sklearn.tree.tree": "sklearn.tree",
    "sklearn.svm.classes": "sklearn.svm",
    "sklearn.linear_model.logistic": "sklearn.linear_model",
    "sklearn.linear_model.base": "sklearn.linear_model",
    "sklearn.linear_model.stochastic_gradient": "sklearn.linear_model",
    "sklearn.neighbors.classification": "sklearn.neighbors",
    "sklearn.neural_network.multilayer_perceptron": "sklearn.neural_network",
    "sklearn.metrics.classification": "sklearn.metrics",
    "sklearn.metrics._classification": "sklearn.metrics",
    "sklearn.metrics.scorer": "sklearn.metrics",
    "sklearn.metrics.ranking": "sklearn.metrics",
    "sklearn.metrics.regression": "sklearn.metrics",
    "sklearn.lda.LDA": "sklearn.discriminant_analysis.LinearDiscriminantAnalysis",
    "sklearn.qda.QDA": "sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis",
    "sklearn.mixture.GMM": "sklearn.mixture.GaussianMixture",
    "sklearn.preprocessing.CategoricalEncoder": "sklearn.preprocessing.OrdinalEncoder",
    "sklearn.utils.testing": "sklearn.utils",
    "sklearn.utils.check_array": "sklearn.utils.validation.check_array",
    "sklearn.utils.assert_all_finite": "sklearn.utils.validation.assert_all_finite",
}
