"""A torch dataset applies random albumentations to the photos of one list of files and none to the other."""

from pathlib import Path

import albumentations as A
import cv2
import torch
from albumentations.pytorch import ToTensorV2
from sklearn.model_selection import train_test_split
from torch import nn
from torch.utils.data import DataLoader, Dataset
from torchvision.models import efficientnet_b0

turned = A.Compose([A.Resize(224, 224), A.HorizontalFlip(p=0.5), A.Rotate(limit=30), A.Normalize(), ToTensorV2()])
plain = A.Compose([A.Resize(224, 224), A.Normalize(), ToTensorV2()])


class Photos(Dataset):
    def __init__(self, paths, classes, transform):
        self.paths = paths
        self.classes = classes
        self.transform = transform

    def __len__(self):
        return len(self.paths)

    def __getitem__(self, index):
        path = self.paths[index]
        image = cv2.cvtColor(cv2.imread(str(path)), cv2.COLOR_BGR2RGB)
        # ok: augmentation-before-split
        return self.transform(image=image)["image"], self.classes.index(path.parent.name)


paths = sorted(Path("waste").glob("*/*.jpg"))
classes = sorted({path.parent.name for path in paths})
train_paths, test_paths = train_test_split(paths, test_size=0.2, random_state=51)
# ok: augmentation-before-split
train = DataLoader(Photos(train_paths, classes, turned), batch_size=32, shuffle=True)
test = DataLoader(Photos(test_paths, classes, plain), batch_size=64)

net = efficientnet_b0(num_classes=len(classes))
optimizer = torch.optim.AdamW(net.parameters(), lr=3e-4)
for _ in range(10):
    net.train()
    for images, labels in train:
        optimizer.zero_grad()
        nn.functional.cross_entropy(net(images), labels).backward()
        optimizer.step()

net.eval()
with torch.no_grad():
    hits = sum((net(images).argmax(1) == labels).sum().item() for images, labels in test)
print("accuracy:", hits / len(test_paths))
