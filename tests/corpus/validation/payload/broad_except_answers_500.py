"""gRPC servicer whose broad except logs the traceback and ends the call with INTERNAL."""

import logging

import grpc
import numpy as np
import onnxruntime as ort

from vision.v1 import vision_pb2, vision_pb2_grpc

log = logging.getLogger("vision")
SIZE = 3 * 96 * 96


class Vision(vision_pb2_grpc.VisionServicer):
    def __init__(self, path: str) -> None:
        self.session = ort.InferenceSession(path)

    def Classify(self, request, context):
        if len(request.pixels) != SIZE:
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "expected a 96x96 RGB image")
        pixels = np.frombuffer(request.pixels, dtype=np.uint8).astype(np.float32) / 255
        try:
            # ok: raw-request-to-model
            (scores,) = self.session.run(None, {"image": pixels.reshape(1, 3, 96, 96)})
        # ok: swallowed-inference-error
        except Exception:
            log.exception("inference failed")
            context.abort(grpc.StatusCode.INTERNAL, "inference failed")
        return vision_pb2.ClassifyReply(label=int(scores.argmax()))
