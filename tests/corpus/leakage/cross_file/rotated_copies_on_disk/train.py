"""Training of a roof material classifier on a random division of the folder that augment.py fills."""

import torch
from torch.utils.data import DataLoader, random_split
from torchvision import models, transforms
from torchvision.datasets import ImageFolder

tiles = ImageFolder("tiles/augmented", transform=transforms.ToTensor())
n_test = len(tiles) // 5
train, test = random_split(tiles, [len(tiles) - n_test, n_test], torch.Generator().manual_seed(0))

network = models.resnet18(num_classes=len(tiles.classes))
optimizer = torch.optim.Adam(network.parameters(), lr=1e-4)
for _ in range(10):
    network.train()
    for images, labels in DataLoader(train, batch_size=64, shuffle=True):
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(network(images), labels).backward()
        optimizer.step()

network.eval()
with torch.no_grad():
    right = sum((network(x).argmax(1) == y).sum().item() for x, y in DataLoader(test, batch_size=128))
print("accuracy", right / n_test)
