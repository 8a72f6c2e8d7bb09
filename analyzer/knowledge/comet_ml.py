"""What do the functions of `comet_ml` do to values?"""

from analyzer.knowledge.table import api, cls

_ARTIFACT = "comet_ml.LoggedArtifact"
_EXPERIMENTS = ("Experiment", "ExistingExperiment", "APIExperiment")

# comet-ml: `get_artifact` of an experiment gives what `download` writes into a folder; `get_asset` of the API content.
ENTRIES = (
    *(cls(f"comet_ml.{name}(*args, **kwargs)") for name in _EXPERIMENTS),
    *(
        api(f"comet_ml.{owner}.get_artifact(*args, **kwargs)", "source", origin="hub", returns=_ARTIFACT)
        for owner in (*_EXPERIMENTS, "API")
    ),
    cls(_ARTIFACT, origin="hub"),
    api(f"{_ARTIFACT}.download(path, **kwargs)", "write", subject="self", path="path", origin="hub", gives="path"),
    cls("comet_ml.API(**kwargs)"),
    *(
        api(f"comet_ml.API.{name}(*args, **kwargs)", "constant", returns="comet_ml.APIExperiment")
        for name in ("get_experiment", "get_experiment_by_key", "get")
    ),
    api("comet_ml.APIExperiment.get_asset(asset_id, **kwargs)", "source", origin="hub"),
    api(
        "comet_ml.APIExperiment.download_model(name, output_path, expand)",
        "write",
        subject="name",
        path="output_path",
        origin="hub",
    ),
)

ALIASES = {"comet_ml.api.API": "comet_ml.API", "comet_ml.start": "comet_ml.Experiment"}
