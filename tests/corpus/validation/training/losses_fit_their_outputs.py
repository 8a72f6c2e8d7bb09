"""Two heads of a document model: log-softmax with NLLLoss, and logits with a softmax for the report only."""

import torch
from torch import nn


class DocumentNet(nn.Module):
    def __init__(self, width: int, n_topics: int, n_tones: int) -> None:
        super().__init__()
        self.body = nn.Sequential(nn.Linear(width, 128), nn.GELU())
        self.topic = nn.Sequential(nn.Linear(128, n_topics), nn.LogSoftmax(dim=-1))
        self.tone = nn.Linear(128, n_tones)

    def forward(self, documents: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        hidden = self.body(documents)
        return self.topic(hidden), self.tone(hidden)


def step(net: DocumentNet, optimizer: torch.optim.Optimizer, batch: dict[str, torch.Tensor]) -> dict[str, float]:
    topic_loss, tone_loss = nn.NLLLoss(), nn.CrossEntropyLoss()
    log_topics, tones = net(batch["documents"])
    # ok: loss-activation-mismatch
    first = topic_loss(log_topics, batch["topic"])
    # ok: loss-activation-mismatch
    second = tone_loss(tones, batch["tone"])
    optimizer.zero_grad()
    # ok: missing-zero-grad
    (first + 0.5 * second).backward()
    optimizer.step()
    confidence = torch.softmax(tones.detach(), dim=-1).amax(dim=-1).mean()
    return {"topic": first.item(), "tone": second.item(), "tone_confidence": confidence.item()}
