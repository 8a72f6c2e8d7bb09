"""Line camera client of the defect model; writes the numbers out instead of importing them."""

import sys

import cv2
import numpy as np
import onnxruntime as ort

SIDE = 2**7
MEAN, STD = 0.1307, 0.3081


def grab(path: str) -> np.ndarray:
    picture = cv2.imread(path, cv2.IMREAD_GRAYSCALE)
    if picture is None:
        raise FileNotFoundError(path)
    # ok: preprocessing-skew
    small = cv2.resize(picture, (SIDE, SIDE)).astype(np.float32)
    # ok: preprocessing-skew
    standard = (small / 255.0 - MEAN) / STD
    # ok: preprocessing-skew
    return np.clip(standard, -4.0, 4.0)[None, None]


def main() -> int:
    session = ort.InferenceSession("defects.onnx")
    (logit,) = session.run(None, {"picture": grab(sys.argv[1])})
    return int(logit[0, 0] > 0)


if __name__ == "__main__":
    sys.exit(main())
