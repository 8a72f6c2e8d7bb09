"""What do polars frames and expressions do to rows?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

_D, _E, _S = "polars.DataFrame", "polars.Expr", "polars.Series"
FRAMES: tuple[Api | Class, ...] = (
    cls(f"{_D}(data)", "abstract.Frame"),
    cls("polars.LazyFrame(data)", _D),
    *apis(
        "polars",
        "read_csv(source) read_parquet(source) read_json(source) read_ndjson(source) read_excel(source) "
        "read_ipc(source) read_database(query) scan_csv(source) scan_parquet(source) scan_ndjson(source) "
        "scan_ipc(source) from_dicts(data)",
        "read",
        roles="read.table",
        returns=_D,
    ),
    api("polars.from_pandas(data)", "rowwise", returns=_D),
    *apis(_D, "with_columns with_columns_seq", "with-columns"),
    api(f"{_D}.with_column(column)", "with-columns"),
    *apis(_D, "select select_seq", "select-columns"),
    api(f"{_D}.drop(*columns)", "drop-columns"),
    *apis(_D, "with_row_index(name) with_row_count(name)", "rowwise", returns="self", sizes="name"),
    *apis(_D, "drop_nulls(subset) drop_nans(subset) unique(subset) filter gather_every(n)", "subset", returns="self"),
    *apis(_D, "to_numpy to_torch", "rowwise", returns="numpy.ndarray"),
    api(f"{_D}.to_pandas()", "rowwise", returns="pandas.DataFrame"),
    *apis(_D, "collect lazy clone cast rechunk shrink_to_fit to_dummies", "rowwise", returns="self"),
    *apis(_D, "fill_null(value) fill_nan(value)", "fill", returns="self"),
    api(f"{_D}.get_column(key)", "subset", how="get"),
    *apis(_D, "sort(by) reverse", "shuffle", returns="self"),
    api(f"{_D}.head(n)", "head", returns="self"),
    api(f"{_D}.limit(n)", "head", returns="self"),
    api(f"{_D}.tail(n)", "head", returns="self", how="tail"),
    api(f"{_D}.slice(offset,length)", "head", returns="self", how="slice"),
    api(f"{_D}.sample(n,fraction,with_replacement,shuffle,seed)", "sample", returns="self"),
    *apis(_D, "vstack(other) extend(other)", "concat", how="append", returns=_D),
    api(f"{_D}.hstack(columns)", "rowwise", returns="self"),
    api(f"{_D}.join(other,on,how)", "merge", how="other"),
    api(f"{_D}.join_asof(other,on)", "merge", how="other"),
    *apis(_D, "group_by(by) groupby(by)", "group", returns="abstract.GroupBy"),
    cls(f"{_S}(name,values)", "abstract.Frame"),
    *apis(_S, "to_numpy to_list to_pandas", "rowwise", returns="numpy.ndarray"),
    api("polars.concat(items,how)", "concat", returns=_D),
)

EXPRESSIONS: tuple[Api | Class, ...] = (
    cls(_E),
    api("polars.col(name)", "constant", how="column", returns=_E),
    *apis("polars", "lit(value) when(predicate) concat_str coalesce all exclude", "expression"),
    *apis(
        "polars",
        "mean(name) median(name) std(name) var(name) min(name) max(name) sum(name)",
        "expression",
        how="aggregate",
    ),
    *apis(
        _E,
        "mean median std var min max sum quantile(quantile) mode rank(method) n_unique count len first last "
        "qcut(quantiles) approx_n_unique",
        "expression",
        how="aggregate",
    ),
    *apis(_E, "over(partition_by)", "expression", how="group"),
    *apis(_E, "alias(name)", "expression", how="alias"),
    *apis(_E, "is_null is_not_null is_in(other) is_between(lower,upper) is_nan is_not_nan", "expression", how="mask"),
    *apis(
        _E,
        "cast log exp sqrt abs clip fill_null(value) fill_nan(value) then(statement) otherwise(statement) "
        "when(predicate) shift(n) diff round floor ceil replace(old,new) map_elements(function) "
        "rolling_mean(window_size) cum_sum forward_fill pct_change cut(breaks)",
        "expression",
    ),
)

ENTRIES: tuple[Api | Class, ...] = FRAMES + EXPRESSIONS
