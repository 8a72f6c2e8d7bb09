"""Request and response models of the greenhouse service."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field


class Measurement(BaseModel):
    taken_at: datetime
    # expect: claim
    # ruleid: nan-permissive-schema
    humidity: float
    light: Annotated[int, Field(ge=0, le=200_000)]


class GreenhouseRequest(BaseModel):
    greenhouse: Annotated[int, Field(ge=1)]
    measurements: Annotated[list[Measurement], Field(min_length=24, max_length=24)]


class GreenhouseReply(BaseModel):
    # ok: nan-permissive-schema
    litres: float
