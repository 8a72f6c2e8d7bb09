"""Which functions do frameworks call that no Python code hands to them?

A deployment file, a route in another project or a convention names them. What tells them apart is written down here
with the documentation it is taken from; a function that fits is taken for one, whoever else may call it.
"""

from typing import Final

import msgspec

from analyzer.knowledge.table import Api


class Entrance(msgspec.Struct, frozen=True, kw_only=True):
    """One kind of function.

    Attributes:
        api: the name for messages, and where its arguments come from.
        parameters: the names of its positional parameters, without leading underscores.
        more: whether further parameters may follow.
        imports: modules of which its file imports one; () if that is not needed.
        uses: names of which it mentions one, which stands for the import.
        names: the names it may have; () if any.
    """

    api: Api
    parameters: tuple[str, ...]
    more: bool = False
    imports: tuple[str, ...] = ()
    uses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()


# Options: `taken`, how many of the parameters the framework fills, what follows may be anything; `filled`, the function
# of the same module that gives each of them, "-" for what comes from outside.
ENTRANCES: Final = (
    # Azure Machine Learning ("Author scoring script": "init" and "run" of a file that no code imports).
    Entrance(api=Api(name="Azure Machine Learning run", origin="request"), parameters=("raw_data",), names=("run",)),
    # SageMaker ("Use PyTorch with the SageMaker Python SDK", "Serve a PyTorch Model"; the same for Scikit-learn).
    Entrance(
        api=Api(name="SageMaker input_fn", origin="request", options=(("taken", "1"),)),
        parameters=(),
        more=True,
        names=("input_fn",),
    ),
    Entrance(
        api=Api(name="SageMaker predict_fn", origin="request", options=(("filled", "input_fn model_fn"),)),
        parameters=(),
        more=True,
        names=("predict_fn",),
    ),
    Entrance(
        api=Api(name="SageMaker transform_fn", origin="request", options=(("taken", "2"), ("filled", "model_fn -"))),
        parameters=(),
        more=True,
        names=("transform_fn",),
    ),
    # AWS Lambda ("Define Lambda function handler in Python": "def lambda_handler(event, context)"); the name of the
    # function is set by `handler:` of serverless.yml or `Handler:` of a SAM template, that of the parameters is the one
    # that all of the documentation uses. Background functions of Google Cloud are called alike.
    Entrance(api=Api(name="AWS Lambda", origin="request"), parameters=("event", "context")),
    # Option `taken`: how many of the parameters the framework fills; what follows may be anything.
    # Django calls a view with the request first ("Writing views"); which functions are views is said by the routes,
    # that may be in a file that is not at hand.
    Entrance(
        api=Api(name="django.http.HttpRequest", origin="request", options=(("taken", "1"),)),
        parameters=("request",),
        more=True,
        imports=("django.http", "django.shortcuts", "django.views", "django.core.handlers"),
        uses=("POST", "GET", "FILES", "COOKIES"),  # attributes of requests that no other library spells so
    ),
    # Azure Functions ("Python developer guide", model v1): function.json names the function, `main` by default.
    Entrance(
        api=Api(name="azure.functions.HttpRequest", origin="request", options=(("taken", "1"),)),
        parameters=("req",),
        more=True,
        imports=("azure.functions",),
    ),
)
