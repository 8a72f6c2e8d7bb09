"""Training set of the defect model: grey pictures, standardised and clipped."""

import cv2
import numpy as np
import torch
from torch.utils.data import Dataset

from .settings import PREPARATION as P


class Defects(Dataset):
    def __init__(self, paths: list[str], labels: list[int]) -> None:
        self.paths, self.labels = paths, labels

    def __len__(self) -> int:
        return len(self.paths)

    def __getitem__(self, index: int) -> tuple[torch.Tensor, int]:
        gray = cv2.imread(self.paths[index], cv2.IMREAD_GRAYSCALE)
        gray = cv2.resize(gray, (P.side, P.side)).astype(np.float32) / 255.0
        gray = (gray - P.mean) / P.std
        gray = np.clip(gray, -P.clip_sigma, P.clip_sigma)
        return torch.from_numpy(gray)[None], self.labels[index]
