"""What does OpenAI's `whisper` unpickle?

`load_model` takes the name of a published model, whose digest it checks, or a file. Release 20250625 gives it to
`torch.load(weights_only=True)`; the releases before leave `weights_only` to torch.
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "whisper.load_model(name, device, download_root, in_memory)",
        "load",
        roles="load.model",
        returns="torch.nn.Module",
        safe_since="openai-whisper 20250625 or torch 2.6",
    ),
)
