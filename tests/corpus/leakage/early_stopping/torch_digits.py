"""A hand-written torch training loop on handwritten digits that keeps the best epoch."""

import torch
from torch import nn
from torch.utils.data import DataLoader
from torchvision import datasets, transforms

torch.manual_seed(0)
device = "cuda" if torch.cuda.is_available() else "cpu"

to_tensor = transforms.Compose([transforms.ToTensor(), transforms.Normalize((0.1307,), (0.3081,))])
train_set = datasets.MNIST("data", train=True, download=True, transform=to_tensor)
test_set = datasets.MNIST("data", train=False, download=True, transform=to_tensor)
train_loader = DataLoader(train_set, batch_size=128, shuffle=True)
test_loader = DataLoader(test_set, batch_size=512)

net = nn.Sequential(nn.Flatten(), nn.Linear(784, 256), nn.ReLU(), nn.Dropout(0.2), nn.Linear(256, 10)).to(device)
optimizer = torch.optim.AdamW(net.parameters(), lr=1e-3)
criterion = nn.CrossEntropyLoss()


@torch.no_grad()
def accuracy(loader):
    net.eval()
    hits = total = 0
    for images, digits in loader:
        guesses = net(images.to(device)).argmax(dim=1).cpu()
        hits += (guesses == digits).sum().item()
        total += digits.numel()
    return hits / total


best_acc = 0.0
for epoch in range(40):
    net.train()
    for images, digits in train_loader:
        optimizer.zero_grad()
        loss = criterion(net(images.to(device)), digits.to(device))
        loss.backward()
        optimizer.step()
    acc = accuracy(test_loader)
    # expect: claim
    # ruleid: early-stopping-on-test
    if acc > best_acc:
        best_acc = acc
        torch.save(net.state_dict(), "mnist_mlp.pt")

print(f"Test accuracy: {best_acc:.4f}")
