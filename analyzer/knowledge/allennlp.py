"""What does AllenNLP unpickle? The weights in an archive, with a bare `torch.load` (`nn/util.py`)."""

from analyzer.knowledge.table import Api, Class, api

_OWN = "https://storage.googleapis.com/allennlp-public-models/ https://s3-us-west-2.amazonaws.com/allennlp/"

ENTRIES: tuple[Api | Class, ...] = tuple(
    api(f"allennlp.{name}", "load", roles="load.model", safe_since="torch 2.6", hosts=_OWN)
    for name in (
        "models.archival.load_archive(archive_file, cuda_device, overrides, weights_file)",
        "predictors.Predictor.from_path(archive_path, predictor_name, cuda_device, **kwargs)",
    )
)

ALIASES = {
    "allennlp.models.load_archive": "allennlp.models.archival.load_archive",
    "allennlp.predictors.predictor": "allennlp.predictors",
}
