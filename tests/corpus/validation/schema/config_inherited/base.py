"""Base of all body models of the pump services."""

from pydantic import BaseModel, ConfigDict


class FiniteModel(BaseModel):
    model_config = ConfigDict(allow_inf_nan=False, str_strip_whitespace=True)
