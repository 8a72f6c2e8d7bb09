"""Starlette handler with a strict, frozen pydantic model in front of XGBoost."""

import xgboost as xgb
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


class Well(BaseModel):
    model_config = ConfigDict(strict=True, frozen=True, extra="forbid")

    depth_m: int = Field(ge=0, le=12_000)
    # expect: claim
    # ruleid: nan-permissive-schema
    porosity: float


estimator = xgb.XGBRegressor()
estimator.load_model("well_output.json")


def barrels(well: Well) -> float:
    return float(estimator.predict([[well.depth_m, well.porosity]])[0])


async def output(request: Request) -> JSONResponse:
    try:
        well = Well.model_validate_json(await request.body())
    except ValidationError as error:
        return JSONResponse({"errors": error.errors(include_url=False)}, status_code=422)
    return JSONResponse({"barrels": await run_in_threadpool(barrels, well)})


app = Starlette(routes=[Route("/output", output, methods=["POST"])])
