"""Which functions of scikit-image read images, make other versions of them, or cut them into windows?

Read in the source of 0.26.
"""

from analyzer.knowledge.table import Api, Class, api, apis

ENTRIES: tuple[Api | Class, ...] = (
    api("skimage.io.imread(fname)", returns="numpy.ndarray", rows="one"),
    *apis("skimage.transform", "resize(image,output_shape)", "rowwise", returns="numpy.ndarray", sizes="output_shape"),
    # `alters`: the result is a changed version of what was there, see `interpret.effects.repeats`
    *apis(
        "skimage.transform",
        "rotate(image,angle) warp(image,inverse_map) swirl(image)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    *apis(
        "skimage.util", "random_noise(image,mode) invert(image)", "rowwise", returns="numpy.ndarray", alters="altered"
    ),
    *apis(
        "skimage.exposure",
        "adjust_gamma(image,gamma) adjust_log(image,gain)",
        "rowwise",
        returns="numpy.ndarray",
        alters="altered",
    ),
    api("skimage.filters.gaussian(image,sigma)", "rowwise", returns="numpy.ndarray", alters="altered"),
    api(
        "skimage.util.view_as_windows(arr_in,window_shape,step)",
        "window",
        returns="numpy.ndarray",
        length="window_shape",
        stride="step",
    ),
)

ALIASES = {"skimage.util.shape": "skimage.util", "skimage.util.noise": "skimage.util"}
