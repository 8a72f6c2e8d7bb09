"""What do the functions of `cv2` (OpenCV) do to values?"""

from analyzer.knowledge.table import api

# A decoded image is numbers of one type within fixed bounds, whatever the file held.
ENTRIES = (
    api(
        "cv2.imread(filename, flags)",
        "validate",
        subject="filename",
        how="typed",
        checks="bounded finite",
        returns="numpy.ndarray",
        rows="one",
    ),
    api(
        "cv2.imdecode(buf, flags)",
        "validate",
        subject="buf",
        how="typed",
        checks="bounded finite",
        roles="decode.image",
    ),
    api("cv2.imwrite(filename, img, params)", "write", subject="img", path="filename"),
    *(api(f"cv2.{name}(src, *args, **kwargs)", subject="src") for name in ("resize", "cvtColor")),
    # `alters`: the result is a changed version of what was there, see `interpret.effects.repeats`
    *(
        api(f"cv2.{name}(src, *args, **kwargs)", subject="src", alters="altered")
        for name in (
            "flip",
            "rotate",
            "warpAffine",
            "warpPerspective",
            "GaussianBlur",
            "blur",
            "medianBlur",
            "bilateralFilter",
            "convertScaleAbs",
        )
    ),
)
