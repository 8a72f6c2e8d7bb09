"""What do the functions of `wandb` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("wandb.Api(**kwargs)"),
    api("wandb.Api.artifact(name, type)", "source", origin="hub", returns="wandb.Artifact"),
    api("wandb.Api.run(path)", "constant", returns="wandb.apis.public.Run"),
    cls("wandb.apis.public.Run"),
    api("wandb.apis.public.Run.file(name)", "source", origin="hub", returns="wandb.apis.public.File"),
    cls("wandb.apis.public.File", origin="hub"),
    api(
        "wandb.apis.public.File.download(root, **kwargs)",
        "write",
        subject="self",
        path="root",
        origin="hub",
        gives="path",
    ),
    api("wandb.use_artifact(artifact_or_name, **kwargs)", "source", origin="hub", returns="wandb.Artifact"),
    api("wandb.restore(name, **kwargs)", "source", origin="hub"),
    api("wandb.init(**kwargs)", "constant", returns="wandb.Run"),
    cls("wandb.Run"),
    api("wandb.Run.use_artifact(artifact_or_name, **kwargs)", "source", origin="hub", returns="wandb.Artifact"),
    api("wandb.Run.use_model(name)", "source", origin="hub"),
    cls("wandb.Artifact(name, type, **kwargs)"),
    api("wandb.Artifact.download(root, **kwargs)", "write", subject="self", path="root", origin="hub", gives="path"),
    api("wandb.Artifact.get_path(name)", "source", origin="hub", returns="wandb.Artifact"),
    api("wandb.Artifact.file(root)", "source", origin="hub"),
    api("wandb.log(data, **kwargs)", "constant"),
)
