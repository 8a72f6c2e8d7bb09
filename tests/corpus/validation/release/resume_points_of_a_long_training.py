"""Training of a small language model that writes resume points and exits when its time is up."""

import time
from pathlib import Path

import torch
from torch import nn
from torch.utils.data import DataLoader

RESUME = Path("runs/lm/resume.pt")


def load_resume(model: nn.Module, optimizer: torch.optim.Optimizer) -> int:
    if not RESUME.exists():
        return 0
    state = torch.load(RESUME, weights_only=True)
    model.load_state_dict(state["model"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["rng"])
    return state["step"]


def train(model: nn.Module, batches: DataLoader, hours: float) -> int:
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    step = load_resume(model, optimizer)
    deadline = time.monotonic() + hours * 3600
    model.train()
    for tokens in batches:
        optimizer.zero_grad(set_to_none=True)
        logits = model(tokens[:, :-1])
        loss = nn.functional.cross_entropy(logits.flatten(0, 1), tokens[:, 1:].flatten())
        # ok: missing-zero-grad
        loss.backward()
        optimizer.step()
        step += 1
        if step % 500 == 0 or time.monotonic() > deadline:
            state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step}
            state["rng"] = torch.get_rng_state()
            # ok: ungated-model-release
            torch.save(state, RESUME)
        if time.monotonic() > deadline:
            break
    return step
