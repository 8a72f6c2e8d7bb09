"""gRPC servicer that scores card transactions and logs vectors of an unexpected length."""

import logging
from concurrent import futures

import grpc
import numpy as np
import xgboost as xgb

from fraud.v1 import scoring_pb2, scoring_pb2_grpc

logger = logging.getLogger("fraud")
WIDTH = 31


class Scoring(scoring_pb2_grpc.ScoringServicer):
    def __init__(self, model_file: str) -> None:
        self._booster = xgb.Booster()
        self._booster.load_model(model_file)

    def Score(self, request, context):
        vector = np.array(request.values, dtype=np.float32)
        if vector.size != WIDTH:
            logger.warning("vector of %d values instead of %d", vector.size, WIDTH)
        matrix = xgb.DMatrix(vector.reshape(1, -1))
        # expect: claim
        # ruleid: raw-request-to-model
        score = self._booster.predict(matrix, validate_features=False)
        return scoring_pb2.ScoreReply(score=float(score[0]))


def serve(port: int = 50051) -> None:
    server = grpc.server(futures.ThreadPoolExecutor(max_workers=4))
    scoring_pb2_grpc.add_ScoringServicer_to_server(Scoring("fraud.json"), server)
    server.add_insecure_port(f"[::]:{port}")
    server.start()
    server.wait_for_termination()
