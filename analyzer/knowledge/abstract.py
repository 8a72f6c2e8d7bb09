"""Which methods do the kinds of object that many libraries share have?

Classes of the other tables name these as bases. An option `held` names the constructor argument that stands in for a
missing X; `data` lists parameters that hold (X, y) pairs the model is judged on while it is fitted.
"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

_ESTIMATOR: tuple[Api | Class, ...] = (
    cls("abstract.Estimator", how="model"),
    api(
        "abstract.Estimator.fit(X, y, sample_weight, *, eval_set, **fit_params)",
        "fit",
        roles="fit",
        subject="X",
        returns="self",
    ),
    api("abstract.Estimator.partial_fit(X, y, classes)", "fit", roles="fit", subject="X", returns="self"),
    api("abstract.Estimator.predict(X)", "predict", roles="model-input predict", subject="X", returns="numpy.ndarray"),
    api(
        "abstract.Estimator.predict_proba(X)",
        "predict",
        roles="model-input predict",
        subject="X",
        returns="numpy.ndarray",
    ),
    api(
        "abstract.Estimator.predict_log_proba(X)",
        "predict",
        roles="model-input predict",
        subject="X",
        returns="numpy.ndarray",
    ),
    api(
        "abstract.Estimator.decision_function(X)",
        "predict",
        roles="model-input predict",
        subject="X",
        returns="numpy.ndarray",
    ),
    api(
        "abstract.Estimator.staged_predict(X)",
        "predict",
        roles="model-input predict",
        subject="X",
        returns="numpy.ndarray",
    ),
    api("abstract.Estimator.apply(X)", "rowwise", subject="X", returns="numpy.ndarray"),  # leaves of trees
    api("abstract.Estimator.fit_predict(X, y)", "fit-transform", subject="X", returns="numpy.ndarray"),
    api("abstract.Estimator.score(X, y, sample_weight)", "score", roles="evaluate", subject="X"),
    api("abstract.Estimator.get_params(deep)", "constant"),
    api("abstract.Estimator.set_params(**params)", "carry", returns="self", subject="self"),
)

_TRANSFORMER: tuple[Api | Class, ...] = (
    cls("abstract.Transformer", how="scaling"),
    api("abstract.Transformer.fit(X, y, **fit_params)", "fit-statistic", roles="learn", subject="X", returns="self"),
    api("abstract.Transformer.partial_fit(X, y)", "fit-statistic", subject="X", returns="self"),
    api(
        "abstract.Transformer.fit_transform(X, y, **fit_params)",
        "fit-transform",
        roles="learn transform",
        subject="X",
        returns="numpy.ndarray",
    ),
    api("abstract.Transformer.transform(X)", "transform", roles="transform", subject="X", returns="numpy.ndarray"),
    api("abstract.Transformer.inverse_transform(X)", "rowwise", subject="X", returns="numpy.ndarray"),
    api("abstract.Transformer.get_support(indices)", "carry", subject="self"),
    api("abstract.Transformer.get_feature_names_out(input_features)", "constant"),
    api("abstract.Transformer.get_feature_names()", "constant"),
    api("abstract.Transformer.get_params(deep)", "constant"),
    api("abstract.Transformer.set_params(**params)", "carry", returns="self", subject="self"),
    # Without memory: what comes out of a row depends on that row alone.
    cls("abstract.Stateless", how="stateless"),
    api("abstract.Stateless.fit(X, y)", "carry", subject="self", returns="self"),
    api("abstract.Stateless.partial_fit(X, y)", "carry", subject="self", returns="self"),
    api("abstract.Stateless.fit_transform(X, y)", "rowwise", subject="X", returns="numpy.ndarray"),
    api("abstract.Stateless.transform(X)", "rowwise", subject="X", returns="numpy.ndarray"),
)

_OTHERS: tuple[Api | Class, ...] = (
    cls("abstract.Clusterer", "abstract.Transformer", how="clustering"),
    api("abstract.Clusterer.fit_predict(X, y)", "fit-transform", subject="X", returns="numpy.ndarray"),
    api("abstract.Clusterer.predict(X)", "transform", subject="X", returns="numpy.ndarray"),
    api("abstract.Clusterer.score(X, y)", "carry", subject="X"),
    cls("abstract.Sampler", how="oversampling"),
    api("abstract.Sampler.fit_resample(X, y)", "resample", subject="X"),
    api("abstract.Sampler.fit_sample(X, y)", "resample", subject="X"),
    api("abstract.Sampler.sample(X, y)", "resample", subject="X"),
    api("abstract.Sampler.fit(X, y)", "carry", subject="self", returns="self"),
    # What makes another version of an image, a sound or a text whenever it is called; see `interpret.effects.repeats`.
    cls("abstract.Augmenter"),
    *apis(
        "abstract.Augmenter",
        "__call__(*args,**kwargs) augment(data) augment_image(image) augment_images(images) augment_batches(batches)",
        alters="altered",
    ),
    cls("abstract.Splitter"),
    api("abstract.Splitter.split(X, y, groups)", "fold", roles="split", subject="X"),
    api("abstract.Splitter.get_n_splits(X, y, groups)", "constant"),
    cls("abstract.Search", "abstract.Estimator", how="search"),
    # Every estimator has a `fit`: code that judges by it is known by the class (`spelt`, read by `vocabulary`).
    api(
        "abstract.Search.fit(X, y, **fit_params)",
        "search",
        roles="fit evaluate",
        subject="X",
        returns="self",
        spelt="owner",
    ),
)

# Frames, series and arrays. `how` says what a method does to columns ("drop", "assign", …) or that it makes a "mask".
_F = "abstract.Frame"
_FRAME: tuple[Api | Class, ...] = (
    cls("abstract.Frame"),
    *apis(
        _F,
        "abs add sub mul div divide truediv floordiv mod pow radd rsub rmul rdiv rtruediv multiply subtract "
        "astype round "
        "clip applymap where mask rename_axis set_axis squeeze to_frame reset_index set_index "
        "cumsum cumprod cummax cummin ffill bfill backfill asfreq pad interpolate infer_objects convert_dtypes "
        "tocsr cpu detach to ravel flatten transpose copy view update combine_first tz_localize "
        "tz_convert normalize lower upper strip lstrip rstrip split rsplit extract slice zfill cat codes "
        "reorder_levels droplevel swaplevel set_categories add_categories "
        "combine repartition compute persist cache select withColumn withColumnRenamed",
        "rowwise",
        returns="self",
    ),
    *apis(
        _F,
        "to_list tolist toarray todense numpy get_values as_matrix to_numpy to_dict to_records",
        "rowwise",
        returns="numpy.ndarray",
    ),
    # Values of earlier and later rows, and windows over the rows: what is computed of a window belongs to its last row.
    *apis(
        _F,
        "shift(periods,freq,axis,fill_value) diff(periods,axis) pct_change(periods,fill_method,limit,freq)",
        "rowwise",
        returns="self",
        sizes="*",
    ),
    *apis(
        _F,
        "rolling(window,min_periods,center,win_type,on,axis,closed) ewm(com,span,halflife,alpha) "
        "expanding(min_periods) resample(rule)",
        "rowwise",
        how="window",
        returns="pandas.Rolling",
        sizes="*",
    ),
    api(f"{_F}.reshape(*shape)", "rowwise", returns="self", sizes="*"),
    api(f"{_F}.replace(to_replace,value,inplace,regex)", "rowwise", returns="self"),
    api(f"{_F}.map(arg,na_action)", "rowwise", returns="self", how="elements"),
    api(f"{_F}.apply(func,axis,raw,result_type,args)", "rowwise", returns="self", how="columns"),
    api(f"{_F}.transform(func,axis)", "rowwise", returns="self", how="columns"),
    api(f"{_F}.pipe(func)", "rowwise", returns="self", how="pipe"),
    *apis(
        _F,
        "isnull isna notnull notna isin(values) between(left,right) eq(other) ne(other) lt(other) le(other) gt(other) "
        "ge(other) duplicated contains startswith endswith match",
        "rowwise",
        how="mask",
    ),
    api(f"{_F}.drop(labels,axis,index,columns,level,inplace)", "subset", how="drop"),
    *apis(_F, "items iteritems iterrows", "rowwise", how="pairs"),
    api(f"{_F}.itertuples()", "rowwise", how="each"),
    api(f"{_F}.align(other)", "rowwise", how="align"),
    api(f"{_F}.pop(item)", "subset", how="pop"),
    api(f"{_F}.insert(loc,column,value)", "mutate", how="insert"),
    api(f"{_F}.assign(**kwargs)", "rowwise", how="assign"),
    api(f"{_F}.get(key,default)", "subset", how="get"),
    api(f"{_F}.rename(mapper,index,columns,axis,copy,inplace)", "rowwise", how="rename"),
    api(f"{_F}.select_dtypes(include,exclude)", "rowwise", returns="self"),
    api(f"{_F}.filter(items,like,regex,axis)", "rowwise", how="select"),
    # Option `passes`: a check that the result has passed, whatever the data was.
    *apis(_F, "dropna", "subset", returns="self", passes="finite"),
    *apis(_F, "drop_duplicates query truncate nlargest nsmallest", "subset", returns="self"),
    api(f"{_F}.xs(key,axis,level)", "subset", how="key"),
    api(f"{_F}.head(n)", "head", returns="self"),
    api(f"{_F}.tail(n)", "head", returns="self", how="tail"),
    api(f"{_F}.take(indices,axis)", "subset", returns="self", how="take"),
    api(f"{_F}.sample(n,frac,replace,weights,random_state,axis)", "sample", returns="self"),
    *apis(_F, "sort_values sort_index reindex", "shuffle", returns="self", how="sort"),
    *apis(
        _F,
        "mean median std var sem min max sum prod skew kurt kurtosis quantile mad describe agg aggregate idxmax idxmin "
        "argmax argmin ptp approxQuantile",
        "reduce",
        how="aggregate",
    ),
    api(f"{_F}.mode(axis)", "reduce", how="aggregate"),
    api(f"{_F}.value_counts(normalize,sort)", "reduce", how="frequency"),
    api(f"{_F}.rank()", "statistic", how="scaling", returns="self"),
    *apis(_F, "corr cov corrwith", "reduce", how="selection"),
    *apis(
        _F,
        "count info plot hist boxplot keys to_csv to_excel to_json to_parquet to_sql "
        "memory_usage any all "
        "dtype printSchema show equals first_valid_index",
        "constant",
    ),
    *apis(_F, "nunique unique", "constant", how="counted"),
    api(f"{_F}.groupby(by,axis,level,as_index,sort,group_keys)", "group", returns="abstract.GroupBy"),
    api(f"{_F}.pivot_table(values,index,columns,aggfunc)", "group-reduce"),
    api(f"{_F}.fillna(value,method,axis,inplace,limit)", "fill", returns="self", passes="finite"),
    api(f"{_F}.merge(right,how,on,left_on,right_on)", "merge", roles="join", spelt="own"),
    api(f"{_F}.join(other,on,how)", "merge", how="other"),
    api(f"{_F}.append(other,ignore_index)", "concat", how="append"),
    api(f"{_F}.repeat(repeats,axis)", "duplicate"),
    *apis(_F, "melt stack unstack pivot", "carry"),
    api(f"{_F}.explode(column,ignore_index)", "rowwise", returns="self", sizes="*"),
    # What a loop over a loader gives: tensors, one below the other or by name, of any of its rows.
    cls("abstract.Batch", "abstract.Frame", members="torch.Tensor"),
    cls("abstract.GroupBy"),
    *apis("abstract.GroupBy", "transform apply pipe fillna", "group-reduce", how="joined"),
    *apis(
        "abstract.GroupBy",
        "mean median std var min max sum count size agg aggregate quantile describe first last nunique value_counts "
        "skew corr prod idxmax idxmin mode any all nth",
        "group-reduce",
    ),
    *apis(
        "abstract.GroupBy",
        "cumcount cumsum cumprod cummax cummin ngroup rank ffill bfill "
        "shift(periods,freq,axis,fill_value) diff(periods,axis) pct_change(periods,fill_method,limit,freq)",
        "rowwise",
        returns="abstract.Frame",
    ),
    *apis(
        "abstract.GroupBy",
        "rolling(window,min_periods,center,win_type,on) ewm(com,span,halflife,alpha) expanding(min_periods) "
        "resample(rule)",
        "rowwise",
        how="window",
        returns="pandas.Rolling",
        sizes="*",
    ),
    *apis("abstract.GroupBy", "head tail get_group filter", "subset", returns="abstract.Frame"),
    api("abstract.GroupBy.sample(n,frac,replace,weights,random_state)", "sample"),
)

# What comes out of a pickle or a checkpoint: an estimator, a transformer or a network, who knows. It was trained
# elsewhere: code that loads it can hand it data (`speaks`, read by `vocabulary`), and no training of it is known. It
# may be a tuple, a dict or an object that holds several of them (`members`).
_LOADED = (
    cls(
        "abstract.LoadedModel",
        "abstract.Estimator abstract.Transformer torch.nn.Module",
        how="model",
        members="abstract.LoadedModel",
        speaks="predict predict_proba predict_log_proba decision_function transform forward",
    ),
    api("abstract.LoadedModel.get(key, default)", subject="self", returns="abstract.LoadedModel"),
)

# A hash of content, and one that needs a key (`interpret.verification`), in whatever way it is written.
_WRITTEN = "hex() lower() upper() decode(*args) encode(*args)"
_DIGESTS: tuple[Api | Class, ...] = (
    cls("abstract.Digest"),
    *apis("abstract.Digest", _WRITTEN, subject="self", returns="abstract.Digest"),
    cls("abstract.Signature"),
    *apis("abstract.Signature", _WRITTEN, subject="self", returns="abstract.Signature"),
)

ENTRIES: tuple[Api | Class, ...] = _DIGESTS + _ESTIMATOR + _TRANSFORMER + _OTHERS + _FRAME + _LOADED
