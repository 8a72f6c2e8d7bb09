"""gRPC server that names the sound of a feature vector."""

import grpc
import joblib
import numpy as np

from sound.v1 import sound_pb2, sound_pb2_grpc

# expect: claim
# ruleid: diverging-constant
CLASSES = ("dog", "drill", "siren", "music")
N_MFCC = 40


class Sound(sound_pb2_grpc.SoundServicer):
    def __init__(self) -> None:
        self.forest = joblib.load("sound.joblib")

    def Name(self, request, context):
        row = np.array(request.mfcc)
        if row.shape != (N_MFCC,) or not np.isfinite(row).all():
            context.abort(grpc.StatusCode.INVALID_ARGUMENT, "malformed vector")
        index = int(self.forest.predict(row[None])[0])
        return sound_pb2.NameReply(name=CLASSES[index])
