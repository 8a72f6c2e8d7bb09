"""The CatBoost model of the turbine service."""

from __future__ import annotations

from catboost import CatBoostRegressor


class TurbineModel:
    def __init__(self, regressor: CatBoostRegressor) -> None:
        self._regressor = regressor

    @classmethod
    def from_file(cls, path: str) -> TurbineModel:
        regressor = CatBoostRegressor()
        regressor.load_model(path)
        return cls(regressor)

    def power(self, row: list[float]) -> float:
        # ok: raw-request-to-model
        return float(self._regressor.predict([row])[0])
