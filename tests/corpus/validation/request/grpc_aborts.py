"""gRPC servicer that aborts the call for vectors of another width or with values that are not finite."""

import grpc
import lightgbm as lgb
import numpy as np

from demand.v2 import demand_pb2, demand_pb2_grpc

N_FEATURES = 18


class DemandService(demand_pb2_grpc.DemandServicer):
    def __init__(self, path: str) -> None:
        self.booster = lgb.Booster(model_file=path)

    def Forecast(self, request, context):
        values = np.fromiter(request.features, dtype=np.float64)
        if values.shape != (N_FEATURES,):
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, f"expected {N_FEATURES} features")
        if not np.isfinite(values).all():
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "features must be finite")
        # ok: raw-request-to-model
        units = self.booster.predict(values[np.newaxis, :])
        return demand_pb2.ForecastReply(units=float(units[0]))
