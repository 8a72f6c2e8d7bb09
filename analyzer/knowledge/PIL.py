# ruff: noqa: N999
"""What do the functions of `PIL` (Pillow) do to values?"""

from analyzer.knowledge.table import api, cls

# A decoded image is numbers of one type within fixed bounds, whatever the file held.
ENTRIES = (
    api(
        "PIL.Image.open(fp, mode, formats)",
        "validate",
        subject="fp",
        how="typed",
        checks="bounded finite",
        returns="PIL.Image.Image",
    ),
    cls("PIL.Image.Image", promises="parsed typed bounded finite"),
    *(
        api(f"PIL.Image.Image.{name}(*args, **kwargs)", subject="self", returns="self")
        for name in ("convert", "resize", "crop", "rotate", "thumbnail", "transpose", "copy", "point", "filter")
    ),
    api("PIL.Image.fromarray(obj, mode)", subject="obj", returns="PIL.Image.Image"),
)
