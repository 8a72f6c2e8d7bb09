"""Single frames of surgery videos form a torch dataset that is divided into two subsets."""

from pathlib import Path

import cv2
import torch
from torch import nn
from torch.utils.data import DataLoader, Dataset, random_split
from torchvision.models import resnet18

PHASES = ["preparation", "dissection", "clipping", "closing"]


class FrameDataset(Dataset):
    """Every tenth frame of every video, labelled with the phase in the file name."""

    def __init__(self, folder):
        self.items = []
        for video in sorted(Path(folder).glob("*.mp4")):
            phase = PHASES.index(video.stem.split("_")[1])
            capture = cv2.VideoCapture(str(video))
            for position in range(0, int(capture.get(cv2.CAP_PROP_FRAME_COUNT)), 10):
                self.items.append((str(video), position, phase))
            capture.release()

    def __len__(self):
        return len(self.items)

    def __getitem__(self, index):
        video, position, phase = self.items[index]
        capture = cv2.VideoCapture(video)
        capture.set(cv2.CAP_PROP_POS_FRAMES, position)
        _, frame = capture.read()
        capture.release()
        return torch.from_numpy(cv2.resize(frame, (224, 224))).permute(2, 0, 1).float() / 255, phase


frames = FrameDataset("videos")
share = int(0.8 * len(frames))
# expect: claim
# ruleid: group-across-split
train_frames, test_frames = random_split(frames, [share, len(frames) - share], torch.Generator().manual_seed(0))

net = resnet18(num_classes=len(PHASES))
optimizer = torch.optim.Adam(net.parameters(), lr=1e-4)
for _ in range(5):
    for images, phases in DataLoader(train_frames, batch_size=32, shuffle=True):
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(images), phases).backward()
        optimizer.step()

net.eval()
with torch.no_grad():
    right = sum((net(images).argmax(1) == phases).sum().item() for images, phases in DataLoader(test_frames, 64))
print("frame accuracy:", right / len(test_frames))
