"""What do the functions of `cv2` (OpenCV) do to values?"""

from analyzer.knowledge.table import api

# A decoded image is numbers of one type within fixed bounds, whatever the file held.
ENTRIES = (
    api("cv2.imread(filename, flags)", "validate", subject="filename", how="typed", checks="bounded finite"),
    api("cv2.imdecode(buf, flags)", "validate", subject="buf", how="typed", checks="bounded finite"),
    api("cv2.imwrite(filename, img, params)", "write", subject="img", path="filename"),
    *(
        api(f"cv2.{name}(src, *args, **kwargs)", subject="src")
        for name in ("resize", "cvtColor", "flip", "GaussianBlur")
    ),
)
