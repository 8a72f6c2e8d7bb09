"""FastAPI service whose purpose is to fit a projection of the posted vectors for a scatter plot."""

from typing import Annotated

import numpy as np
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field, FiniteFloat
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE
from sklearn.preprocessing import StandardScaler

app = FastAPI(title="map of vectors")


class Vectors(BaseModel):
    rows: Annotated[list[list[FiniteFloat]], Field(min_length=10, max_length=2_000)]
    method: Annotated[str, Field(pattern="^(pca|tsne)$")] = "pca"


@app.post("/map")
def map_of(vectors: Vectors):
    widths = {len(row) for row in vectors.rows}
    if len(widths) != 1 or not 2 <= widths.pop() <= 512:
        raise HTTPException(422, "rows must have the same width between 2 and 512")
    matrix = np.array(vectors.rows)
    # ok: preprocessing-skew
    scaled = StandardScaler().fit_transform(matrix)
    if vectors.method == "tsne":
        # ok: preprocessing-skew
        points = TSNE(n_components=2, perplexity=min(30, len(matrix) - 1), random_state=0).fit_transform(scaled)
    else:
        # ok: preprocessing-skew
        points = PCA(n_components=2).fit_transform(scaled)
    return {"points": points.round(4).tolist()}
