"""What do polars frames and expressions do to rows?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

DATA: tuple[Api | Class, ...] = (
    cls("polars.DataFrame(data)", "abstract.Frame"),
    cls("polars.LazyFrame", "polars.DataFrame"),
    cls("polars.Series(name,values)", "abstract.Frame"),
    cls("polars.Expr"),
    *apis(
        "polars",
        "read_csv(source) read_parquet(source) read_json(source) read_excel(source) "
        "scan_csv(source) scan_parquet(source)",
        "read",
        roles="read.table",
        returns="polars.DataFrame",
    ),
    api("polars.col(name)", "constant", how="column", returns="polars.Expr"),
    *apis("polars", "lit when", "constant", returns="polars.Expr"),
    *apis(
        "polars.Expr", "mean median std var min max sum quantile mode", "reduce", how="aggregate", returns="polars.Expr"
    ),
    *apis("polars.Expr", "over", "group-reduce", how="joined", returns="polars.Expr"),
    *apis(
        "polars.Expr",
        "alias cast log exp clip fill_null then otherwise is_null shift rank",
        "rowwise",
        returns="polars.Expr",
    ),
    *apis(
        "polars.DataFrame",
        "with_columns select with_row_index with_row_count",
        "rowwise",
        how="expressions",
        returns="self",
    ),
    *apis("polars.DataFrame", "drop_nulls unique filter", "subset", returns="self"),
    *apis("polars.DataFrame", "to_pandas to_numpy collect lazy clone fill_null fill_nan cast", "rowwise"),
    api("polars.DataFrame.group_by(by)", "group", returns="abstract.GroupBy"),
    api("polars.concat(items)", "concat", returns="polars.DataFrame"),
)

ENTRIES: tuple[Api | Class, ...] = DATA
