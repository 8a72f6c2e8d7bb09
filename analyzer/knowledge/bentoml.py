"""What do the functions of `bentoml` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    # Annotations of the parameters are enforced when the request is parsed.
    api("bentoml.api(func, **kwargs)", roles="handler", origin="request", how="typed"),
    cls("bentoml.Service(name, **kwargs)"),
    api("bentoml.Service.api(input, output, **kwargs)", roles="handler", origin="request", how="parsed"),
    *(
        api(f"bentoml.{kind}.load_model(bento_model, **kwargs)", "load", returns="abstract.LoadedModel")
        for kind in ("sklearn", "xgboost", "lightgbm", "pytorch", "keras", "tensorflow", "transformers", "onnx")
    ),
)
