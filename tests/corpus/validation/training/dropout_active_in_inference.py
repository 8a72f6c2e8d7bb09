"""Command that loads a trained speech command network and prints the command of a recording."""

import argparse

import torch
import torchaudio
from torch import nn

COMMANDS = ["on", "off", "up", "down", "stop"]


class CommandNet(nn.Module):
    def __init__(self, n_mels: int = 40, n_commands: int = len(COMMANDS)) -> None:
        super().__init__()
        self.conv = nn.Sequential(
            nn.Conv1d(n_mels, 64, kernel_size=5, padding=2),
            nn.BatchNorm1d(64),
            nn.ReLU(),
        )
        self.drop = nn.Dropout(0.3)
        self.head = nn.Linear(64, n_commands)

    def forward(self, mels: torch.Tensor) -> torch.Tensor:
        return self.head(self.drop(self.conv(mels).mean(dim=-1)))


def load(path: str) -> CommandNet:
    network = CommandNet()
    network.load_state_dict(torch.load(path, map_location="cpu", weights_only=True))
    return network


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("recording")
    parser.add_argument("--weights", default="commands.pt")
    options = parser.parse_args()
    wave, rate = torchaudio.load(options.recording)
    mels = torchaudio.transforms.MelSpectrogram(rate, n_mels=40)(wave.mean(0, keepdim=True))
    network = load(options.weights)
    with torch.inference_mode():
        # expect: claim
        # ruleid: missing-eval-mode
        scores = network(mels.log1p())
    print(COMMANDS[int(scores.argmax())])


if __name__ == "__main__":
    main()
