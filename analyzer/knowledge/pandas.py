"""What do the functions of pandas do to data?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

_SHAPES: tuple[Api | Class, ...] = (
    cls("pandas.DataFrame(data,index,columns,dtype,copy)", "abstract.Frame"),
    cls("pandas.Series(data,index,dtype,name)", "abstract.Frame"),
    cls("pandas.Index(data)", "abstract.Frame"),
    api("pandas.Index.difference(other, sort)", "rowwise", how="names"),
    # Made by operators, not by name: a boolean series that knows which rows it selects, and labels held against
    # predictions (`y == model.predict(X)`), whose mean is an evaluation.
    cls("pandas.Mask", "abstract.Frame"),
    cls("pandas.Agreement", "abstract.Frame"),
    *apis("pandas.Agreement", "float long int type double", "rowwise", returns="self", sizes="*"),
    api("pandas.Agreement.item()", "reduce"),
    cls("pandas.DataFrameGroupBy", "abstract.GroupBy"),
    # Windows over the rows of a series or of a frame: of each, one value for its last row.
    cls("pandas.Rolling"),
    cls("pandas.RollingFrame", "pandas.Rolling"),
    *apis(
        "pandas.Rolling",
        "mean median std var min max sum count apply(func) agg(func) aggregate(func) quantile(quantile) skew kurt corr "
        "cov rank sem first last ohlc ffill bfill interpolate asfreq",
        "rowwise",
        how="rolled",
        sizes="*",
    ),
    api("pandas.DataFrame.cov(min_periods)", "reduce", how="selection"),
)

DATA: tuple[Api | Class, ...] = (
    *_SHAPES,
    *apis(
        "pandas",
        "read_csv(filepath_or_buffer) read_table(filepath_or_buffer) read_excel(io) read_json(path_or_buf) "
        "read_parquet(path) read_feather(path) read_orc(path) read_fwf(path) read_stata(path) read_sas(path) "
        "read_spss(path) read_xml(path) read_sql(sql,con) read_sql_query(sql,con) read_sql_table(table_name,con) "
        "read_gbq(query)",
        "read",
        roles="read.table",
        returns="pandas.DataFrame",
    ),
    api("pandas.DataFrame.from_dict(data, orient, dtype, columns)", subject="data", returns="pandas.DataFrame"),
    api("pandas.DataFrame.from_records(data, **kwargs)", subject="data", returns="pandas.DataFrame"),
    api("pandas.json_normalize(data, **kwargs)", subject="data", returns="pandas.DataFrame"),
    api("pandas.concat(objs,axis,join,ignore_index,keys)", "concat", returns="pandas.DataFrame"),
    api("pandas.merge(left,right,how,on,left_on,right_on)", "merge", roles="join", returns="pandas.DataFrame"),
    *apis("pandas", "merge_asof(left,right) merge_ordered(left,right)", "merge", returns="pandas.DataFrame"),
    api(
        "pandas.get_dummies(data,prefix,prefix_sep,dummy_na,columns,sparse,drop_first)",
        "statistic",
        how="encoding",
        returns="pandas.DataFrame",
    ),
    api("pandas.factorize(values)", "statistic", how="encoding", returns="numpy.ndarray,pandas.Index"),
    api("pandas.cut(x,bins,right,labels)", "statistic", how="binning", returns="pandas.Series", unless="bins"),
    api("pandas.qcut(x,q,labels)", "statistic", how="binning", returns="pandas.Series"),
    api("pandas.melt(frame)", "carry"),
    api(
        "pandas.pivot_table(data,values,index,columns,aggfunc)",
        "group-reduce",
        subject="data",
        returns="pandas.DataFrame",
    ),
    api("pandas.crosstab(index,columns)", "group-reduce", returns="pandas.DataFrame"),
    *apis(
        "pandas",
        "to_datetime(arg) to_numeric(arg) to_timedelta(arg) Categorical(values)",
        "rowwise",
        returns="pandas.Series",
    ),
    # `true` and `false`: what that answer promises of the argument, see `interpret.guards`
    *apis("pandas", "isnull(obj) isna(obj)", "rowwise", how="mask", false="finite"),
    *apis("pandas", "notnull(obj) notna(obj)", "rowwise", how="mask", true="finite"),
    # How far a calendar reaches is not worth calling a statistic.
    *apis("pandas", "date_range bdate_range period_range Timestamp Timedelta", "constant"),
    api("pandas.DatetimeIndex(data,freq,tz)", "rowwise", returns="pandas.Index", sizes="start end periods"),
    *apis("pandas", "set_option option_context", "constant"),
    cls("pandas.tseries.holiday.USFederalHolidayCalendar"),
    api("pandas.tseries.holiday.USFederalHolidayCalendar.holidays(start,end)", "constant"),
)

# Reading files that hold pickles; columns of objects in HDF files are pickled too.
LOADING: tuple[Api | Class, ...] = (
    api(
        "pandas.read_pickle(filepath_or_buffer, compression, storage_options)",
        "read",
        roles="load.pickle",
        returns="pandas.DataFrame",
    ),
    api(
        "pandas.read_hdf(path_or_buf, key, mode, errors, where, **kwargs)",
        "read",
        roles="load.pickle",
        returns="pandas.DataFrame",
    ),
    api("pandas.io.pickle.read_pickle(filepath_or_buffer, compression)", "read", roles="load.pickle"),
    api("pandas.compat.pickle_compat.load(fh, encoding, is_verbose)", "load", roles="load.pickle"),
    # Option `unless`: nothing is read if this argument has this value.
    cls(
        "pandas.HDFStore(path, mode, complevel, complib, fletcher32, **kwargs)",
        roles="load.pickle",
        opens="path",
        unless="mode=w",
    ),
    *(
        api(f"pandas.HDFStore.{name}", "read", subject="self", returns="pandas.DataFrame")
        for name in ("get(key)", "select(key, where, start, stop, columns, **kwargs)")
    ),
    api("pandas.HDFStore.put(key, value, **kwargs)", "write", origin="own-file", subject="value", path="self"),
    api("pandas.HDFStore.append(key, value, **kwargs)", "write", origin="own-file", subject="value", path="self"),
    *(
        api(
            f"pandas.{owner}.to_hdf(path_or_buf, key, **kwargs)",
            "write",
            origin="own-file",
            subject="self",
            path="path_or_buf",
        )
        for owner in ("DataFrame", "Series")
    ),
    *(
        api(f"pandas.{owner}.to_pickle(path, **kwargs)", "write", origin="own-file", subject="self", path="path")
        for owner in ("DataFrame", "Series")
    ),
    api(
        "pandas.to_pickle(obj, filepath_or_buffer, **kwargs)",
        "write",
        origin="own-file",
        subject="obj",
        path="filepath_or_buffer",
    ),
)

# Expressions in a text: "allows eval to run arbitrary code" (documentation of `pandas.eval` and `DataFrame.query`).
EXPRESSIONS: tuple[Api | Class, ...] = (
    api("pandas.eval(expr, parser, engine, **kwargs)", "unknown", roles="eval.expression", subject="expr"),
    api(
        "pandas.DataFrame.query(expr, *, inplace, **kwargs)",
        "subset",
        roles="eval.expression",
        subject="self",
        returns="self",
        code="expr",
        spelt="own",
    ),
    api(
        "pandas.DataFrame.eval(expr, *, inplace, **kwargs)",
        "rowwise",
        roles="eval.expression",
        subject="self",
        code="expr",
        spelt="own",
    ),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING + EXPRESSIONS
