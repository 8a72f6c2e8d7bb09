"""Which functions of SciPy compute statistics over rows?"""

from analyzer.knowledge.table import Api, Class, apis

DATA: tuple[Api | Class, ...] = (
    *apis("scipy.stats", "zscore(a,axis) boxcox(x)", "statistic", how="scaling", returns="numpy.ndarray"),
    *apis("scipy.stats.mstats", "winsorize(a) zscore(a,axis)", "statistic", how="scaling", returns="numpy.ndarray"),
    *apis("scipy.stats", "rankdata(a)", "statistic", how="scaling", returns="numpy.ndarray"),
    *apis("scipy.special", "boxcox1p(x) expit(x) logit(x) inv_boxcox1p(x)", "rowwise", returns="numpy.ndarray"),
    *apis("scipy.stats", "mode(a,axis) iqr(x) trim_mean(a) gmean(a) skew(a) kurtosis(a)", "reduce", how="aggregate"),
    *apis(
        "scipy.stats",
        "pearsonr(x,y) spearmanr(a,b) kendalltau(x,y) chi2_contingency f_oneway",
        "reduce",
        how="selection",
    ),
    # `alters`: the result is a changed version of what was there, see `interpret.effects.repeats`
    *apis(
        "scipy.ndimage",
        "rotate(input,angle) shift(input,shift) zoom(input,zoom) affine_transform(input,matrix) "
        "gaussian_filter(input,sigma)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    *apis("scipy.sparse", "hstack(blocks)", "concat", how="columns", returns="numpy.ndarray"),
    *apis("scipy.sparse", "vstack(blocks)", "concat", returns="numpy.ndarray"),
    *apis("scipy.sparse", "csr_matrix(arg1) csc_matrix(arg1) coo_matrix(arg1)", "rowwise", returns="numpy.ndarray"),
)

ENTRIES: tuple[Api | Class, ...] = DATA

ALIASES = {"scipy.ndimage.interpolation": "scipy.ndimage", "scipy.ndimage.filters": "scipy.ndimage"}
