"""An image classifier whose two loaders each redo the same random_split with a fresh generator of one fixed seed."""

import torch
from torch import nn
from torch.utils.data import DataLoader, random_split
from torchvision import datasets, models, transforms

SPLIT_SEED = 1234
to_tensor = transforms.Compose([transforms.Resize(128), transforms.CenterCrop(128), transforms.ToTensor()])


def get_train(dataset, batch):
    n_val = len(dataset) // 10
    generator = torch.Generator().manual_seed(SPLIT_SEED)
    train, _ = random_split(dataset, [len(dataset) - n_val, n_val], generator=generator)
    return DataLoader(train, batch_size=batch, shuffle=True, num_workers=4)


def get_held_out(dataset, batch):
    n_val = len(dataset) // 10
    generator = torch.Generator().manual_seed(SPLIT_SEED)
    # ok: recomputed-random-split
    _, held_out = random_split(dataset, [len(dataset) - n_val, n_val], generator=generator)
    return DataLoader(held_out, batch_size=batch)


def run():
    data = datasets.ImageFolder("insects/", transform=to_tensor)
    net = models.mobilenet_v3_small(num_classes=len(data.classes))
    optimizer = torch.optim.Adam(net.parameters(), lr=1e-3)
    ce = nn.CrossEntropyLoss()
    for epoch in range(8):
        net.train()
        for x, y in get_train(data, 64):
            optimizer.zero_grad()
            loss = ce(net(x), y)
            loss.backward()
            optimizer.step()
        print(epoch, loss.item())

    net.eval()
    correct = 0
    loader = get_held_out(data, 128)
    with torch.no_grad():
        for x, y in loader:
            correct += int((net(x).argmax(-1) == y).sum())
    print("accuracy", correct / len(loader.dataset))


run()
