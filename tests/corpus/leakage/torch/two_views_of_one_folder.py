"""An image classifier with two ImageFolder views, one with random transforms, cut by one shared permutation."""

import torch
from torch import nn, optim
from torch.utils.data import DataLoader, Subset
from torchvision import models, transforms
from torchvision.datasets import ImageFolder

noisy = transforms.Compose(
    [
        transforms.RandomResizedCrop(224),
        transforms.RandomHorizontalFlip(),
        transforms.ColorJitter(0.2, 0.2),
        transforms.ToTensor(),
    ]
)
plain = transforms.Compose([transforms.Resize(256), transforms.CenterCrop(224), transforms.ToTensor()])

# ok: augmentation-before-split
augmented_view = ImageFolder("mushrooms/images", transform=noisy)
plain_view = ImageFolder("mushrooms/images", transform=plain)

order = torch.randperm(len(plain_view)).tolist()
cut = int(len(order) * 0.8)
# ok: recomputed-random-split
train_set = Subset(augmented_view, order[:cut])
# ok: recomputed-random-split
eval_set = Subset(plain_view, order[cut:])

train_loader = DataLoader(train_set, batch_size=48, shuffle=True)
eval_loader = DataLoader(eval_set, batch_size=96)

backbone = models.efficientnet_b0(num_classes=len(plain_view.classes))
optimizer = optim.AdamW(backbone.parameters(), lr=2e-4)

for epoch in range(12):
    backbone.train()
    for images, targets in train_loader:
        optimizer.zero_grad()
        nn.functional.cross_entropy(backbone(images), targets).backward()
        optimizer.step()

backbone.eval()
n_right = 0
with torch.no_grad():
    for images, targets in eval_loader:
        n_right += (backbone(images).argmax(1) == targets).sum().item()
print(f"top-1: {n_right / len(eval_set):.4f}")
