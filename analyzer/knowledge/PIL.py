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
        roles="decode.image",
        returns="PIL.Image.Image",
        rows="one",
    ),
    cls("PIL.Image.Image", promises="parsed typed bounded finite"),
    *(
        api(f"PIL.Image.Image.{name}(*args, **kwargs)", subject="self", returns="self")
        for name in ("convert", "resize", "thumbnail", "copy", "point")
    ),
    # `alters`: the result is a changed version of what was there, see `interpret.effects.repeats`
    *(
        api(f"PIL.Image.Image.{name}(*args, **kwargs)", subject="self", returns="self", alters="altered")
        for name in ("crop", "rotate", "transpose", "filter")
    ),
    *(
        api(f"PIL.ImageOps.{name}(image, *args)", subject="image", returns="PIL.Image.Image", alters="altered")
        for name in ("mirror", "flip", "invert", "solarize", "posterize")
    ),
    *(
        cls(f"PIL.ImageEnhance.{name}(image)", "PIL.ImageEnhance._Enhance", content="image")
        for name in ("Brightness", "Color", "Contrast", "Sharpness")
    ),
    cls("PIL.ImageEnhance._Enhance"),
    api("PIL.ImageEnhance._Enhance.enhance(factor)", subject="self", returns="PIL.Image.Image", alters="altered"),
    api("PIL.Image.fromarray(obj, mode)", subject="obj", returns="PIL.Image.Image"),
)
