"""Request dependencies of the spam service: turn the body into a checked matrix or answer 422."""

import numpy as np
from fastapi import Body, HTTPException

WIDTH = 48
MAX_ROWS = 256


def checked_vectors(body: dict = Body(...)) -> np.ndarray:
    rows = body.get("vectors")
    if not isinstance(rows, list) or not 0 < len(rows) <= MAX_ROWS:
        raise HTTPException(status_code=422, detail=f"`vectors` must be a list of 1 to {MAX_ROWS} rows")
    try:
        matrix = np.asarray(rows, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise HTTPException(status_code=422, detail="`vectors` must hold numbers") from error
    if matrix.ndim != 2 or matrix.shape[1] != WIDTH:
        raise HTTPException(status_code=422, detail=f"each row must have {WIDTH} values")
    if not np.isfinite(matrix).all():
        raise HTTPException(status_code=422, detail="values must be finite")
    return matrix
