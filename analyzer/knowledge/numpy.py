"""What do the functions of numpy do to data?"""

from analyzer.knowledge.table import Api, Class, api, apis, cls

DATA: tuple[Api | Class, ...] = (
    cls("numpy.ndarray", "abstract.Frame"),
    cls("numpy.matrix", "abstract.Frame"),
    *apis(
        "numpy",
        "array(object,dtype) asarray(a,dtype) fromiter(iter,dtype) asanyarray(a) ascontiguousarray(a) copy(a) ravel(a) "
        "squeeze(a) transpose(a) abs(x) absolute(x) log(x) log1p(x) log10(x) "
        "log2(x) exp(x) expm1(x) sqrt(x) square(x) power(x1,x2) sign(x) floor(x) ceil(x) rint(x) round(a) "
        "around(a) sin(x) "
        "cos(x) tan(x) tanh(x) arctan(x) arcsinh(x) clip(a,a_min,a_max) where(condition,x,y) maximum(x1,x2) "
        "minimum(x1,x2) add(x1,x2) subtract(x1,x2) multiply(x1,x2) divide(x1,x2) dot(a,b) matmul(a,b) "
        "cumsum(a) diff(a) "
        "vectorize rollaxis(a) moveaxis(a) swapaxes(a) atleast_2d(a) digitize(x,bins) mod(x1,x2) "
        "float32 float64 int32 int64 uint8 asfarray(a) real(x) deg2rad(x) radians(x) select(condlist,choicelist)",
        "rowwise",
        returns="numpy.ndarray",
    ),
    # `alters`: each row of the result is a changed version of one that was there, see `effects.repeats`
    *apis(
        "numpy",
        "flip(m) fliplr(m) flipud(m) rot90(m) roll(a,shift)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
        sizes="shift",
    ),
    # `sizes`: parameters that only say how large the result is, or how its axes lie
    api("numpy.reshape(a,newshape)", "rowwise", returns="numpy.ndarray", sizes="newshape shape"),
    api("numpy.expand_dims(a,axis)", "rowwise", returns="numpy.ndarray", sizes="axis"),
    api("numpy.pad(array,pad_width,mode)", "rowwise", returns="numpy.ndarray", sizes="pad_width mode"),
    *apis("numpy", "isinf(x) isin(x) in1d(x) logical_not(x) equal(x1,x2)", "rowwise", how="mask"),
    *apis("numpy", "nan_to_num(x)", "rowwise", returns="numpy.ndarray", passes="finite"),
    # `true` and `false`: what that answer promises of the argument, see `interpret.guards`
    *apis("numpy", "isfinite(x)", "rowwise", how="mask", true="finite"),
    *apis("numpy", "isnan(x)", "rowwise", how="mask", false="finite"),
    *apis("numpy", "logical_and(x1,x2) logical_or(x1,x2)", "rowwise", returns="pandas.Mask"),
    *apis("numpy", "delete(arr,obj,axis) unique(ar) compress(condition,a)", "subset", returns="numpy.ndarray"),
    *apis(
        "numpy",
        "mean(a,axis) median(a,axis) std(a,axis) var(a,axis) min(a,axis) max(a,axis) amin(a,axis) amax(a,axis) "
        "nanmean(a,axis) nanmedian(a,axis) nanstd(a,axis) nanmin(a,axis) nanmax(a,axis) nanvar(a,axis) "
        "quantile(a,q,axis) percentile(a,q,axis) nanpercentile(a,q,axis) nanquantile(a,q,axis) "
        "average(a,axis) ptp(a,axis)",
        "reduce",
        how="aggregate",
    ),
    *apis("numpy", "sum(a,axis) nansum(a,axis) prod(a,axis) argmax(a,axis) argmin(a,axis)", "reduce", how="aggregate"),
    *apis("numpy", "corrcoef(x,y) cov(m)", "reduce", how="selection"),
    *apis("numpy", "histogram(a,bins) bincount(x) histogram_bin_edges(a)", "reduce", how="frequency"),
    *apis("numpy.linalg", "norm(x,axis)", "rowwise", returns="numpy.ndarray"),
    *apis(
        "numpy",
        "concatenate(arrays,axis) vstack(tup) row_stack(tup) append(arr,values,axis) stack(arrays,axis) r_",
        "concat",
        returns="numpy.ndarray",
    ),
    *apis("numpy", "hstack(tup) column_stack(tup) dstack(tup) c_", "concat", how="columns", returns="numpy.ndarray"),
    *apis("numpy", "repeat(a,repeats,axis) tile(A,reps)", "duplicate", returns="numpy.ndarray"),
    api(
        "numpy.stride_tricks.sliding_window_view(x,window_shape,axis)",
        "window",
        length="window_shape",
        returns="numpy.ndarray",
    ),
    *apis(
        "numpy",
        "split(ary,indices_or_sections,axis) array_split(ary,indices_or_sections,axis)",
        "random-split",
        how="parts",
        returns="numpy.ndarray",
    ),
    *apis(
        "numpy",
        "zeros ones empty full zeros_like ones_like empty_like full_like",
        "constant",
        how="blank",
        returns="numpy.ndarray",
    ),
    *apis(
        "numpy",
        "eye linspace logspace meshgrid set_printoptions seterr shape size ndim allclose array_equal",
        "constant",
        returns="numpy.ndarray",
    ),
    api("numpy.random.seed(seed)", "seed"),
    api("numpy.random.shuffle(x)", "shuffle", how="in-place"),
    api("numpy.random.permutation(x)", "positions", how="shuffled", returns="numpy.ndarray"),
    api("numpy.arange(start,stop)", "positions", how="counted", returns="numpy.ndarray"),
    api("numpy.random.choice(a,size,replace,p)", "sample", default="replace"),
    *apis("numpy.random", "randint permuted", "carry", returns="numpy.ndarray"),
    *apis(
        "numpy.random",
        "rand randn random normal uniform random_sample standard_normal",
        "read",
        how="made",
        returns="numpy.ndarray",
    ),
    api("numpy.random.default_rng(seed)", "constant", returns="numpy.random.Generator"),
    cls("numpy.random.Generator"),
    cls("numpy.random.RandomState", "numpy.random.Generator"),
    *apis(
        "numpy.random.Generator",
        "random normal uniform standard_normal rand randn random_sample",
        "read",
        how="made",
        returns="numpy.ndarray",
    ),
    api("numpy.random.Generator.permutation(x)", "positions", subject="x", how="shuffled", returns="numpy.ndarray"),
    api("numpy.random.Generator.shuffle(x)", "shuffle", subject="x", how="in-place"),
    api("numpy.random.Generator.choice(a,size,replace,p)", "sample", subject="a", default="replace"),
    *apis("numpy", "loadtxt(fname) genfromtxt(fname)", "read", roles="read.table", returns="numpy.ndarray"),
)

ALIASES = {
    "numpy.core.numeric": "numpy",
    "numpy.lib": "numpy",
    "numpy.lib.format": "numpy.lib.format",  # not `numpy.format`, which is what is left of it after `numpy.lib`
    "numpy.format": "numpy.lib.format",
    "numpy.lib.npyio": "numpy.lib.npyio",
    "numpy.npyio": "numpy.lib.npyio",
    "numpy.lib.npyio.load": "numpy.load",
    "numpy.lib._npyio_impl.load": "numpy.load",
    "numpy.lib._npyio_impl.NpzFile": "numpy.lib.npyio.NpzFile",
    "numpy.lib._format_impl": "numpy.lib.format",
}

# Reading files that may hold pickles. Option `when`: only if this argument is true; `safe_since`: the version since
# which its default is False.
LOADING: tuple[Api | Class, ...] = (
    api(
        "numpy.load(file, mmap_mode, allow_pickle, fix_imports, encoding, *, max_header_size)",
        "read",
        roles="load.pickle",
        returns="numpy.ndarray",
        when="allow_pickle",
        safe_since="1.16.3",
    ),
    api(
        "numpy.lib.format.read_array(fp, allow_pickle, pickle_kwargs, *, max_header_size)",
        "read",
        roles="load.pickle",
        returns="numpy.ndarray",
        when="allow_pickle",
        safe_since="1.16.3",
    ),
    api(
        "numpy.lib.npyio.NpzFile(fid, own_fid, allow_pickle, pickle_kwargs, *, max_header_size)",
        "read",
        roles="load.pickle",
        when="allow_pickle",
    ),
    api("numpy.loads(data, *args)", "load", roles="load.pickle"),  # `pickle.loads` by another name, until numpy 1.23
    # The shared library `libname` in the folder `loader_path`; `compile` builds Fortran source (until numpy 2).
    api(
        "numpy.ctypeslib.load_library(libname, loader_path)",
        "constant",
        roles="load.native",
        subject="loader_path",
        also="libname",
    ),
    api("numpy.f2py.compile(source, modulename, extra_args, **kwargs)", "constant", roles="load.native"),
    api("numpy.save(file, arr, allow_pickle, fix_imports)", "write", origin="own-file", subject="arr", path="file"),
    *(
        api(f"numpy.{name}(file, *args, **kwds)", "write", origin="own-file", subject="args", path="file")
        for name in ("savez", "savez_compressed")
    ),
)

BYTES: tuple[Api, ...] = (
    # `kind`: the parameter that says of which kind all numbers of the result are.
    api("numpy.frombuffer(buffer, dtype, count, offset)", subject="buffer", returns="numpy.ndarray", kind="dtype"),
)

ENTRIES: tuple[Api | Class, ...] = DATA + LOADING + BYTES
