"""What does `fairseq` unpickle? Its checkpoint functions end in a bare `torch.load` (0.9.0 and the main branch)."""

from analyzer.knowledge.table import Api, Class, apis

ENTRIES: tuple[Api | Class, ...] = apis(
    "fairseq.checkpoint_utils",
    "load_checkpoint_to_cpu(path) load_model_ensemble(filenames) load_model_ensemble_and_task(filenames)",
    "load",
    roles="load.model",
    safe_since="torch 2.6",
)
