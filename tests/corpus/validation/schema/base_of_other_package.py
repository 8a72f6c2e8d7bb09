"""FastAPI service whose body model derives from a base model of the company's platform package."""

import joblib
from fastapi import APIRouter, FastAPI
from orbital_platform.schemas import PlatformModel
from pydantic import Field

router = APIRouter(prefix="/satellites")
decay = joblib.load("orbit_decay.joblib")


class Orbit(PlatformModel):
    norad_id: int = Field(ge=1, le=999_999)
    # expect: doubt
    # ruleid: nan-permissive-schema
    drag: float
    altitude_km: float = Field(ge=100, le=2_000)


@router.post("/decay")
def days_to_decay(orbit: Orbit):
    days = decay.predict([[orbit.drag, orbit.altitude_km]])[0]
    return {"norad_id": orbit.norad_id, "days": float(days)}


app = FastAPI()
app.include_router(router)
