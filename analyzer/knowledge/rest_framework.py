"""What do the functions of `rest_framework` (Django REST framework) do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = "get post put patch delete"
_ACTIONS = f"{_VERBS} list create retrieve update partial_update destroy"

ENTRIES = (
    cls("rest_framework.request.Request", origin="request"),
    api("rest_framework.request.Request.FILES", "source", origin="upload", attribute="yes"),
    cls("rest_framework.views.APIView", handlers=_VERBS, handler_origin="request"),
    api("rest_framework.views.APIView.request", "source", origin="request"),
    cls("rest_framework.generics.GenericAPIView", "rest_framework.views.APIView"),
    cls("rest_framework.viewsets.ViewSet", handlers=_ACTIONS, handler_origin="request"),
    cls("rest_framework.viewsets.ModelViewSet", handlers=_ACTIONS, handler_origin="request"),
    api("rest_framework.decorators.api_view(http_method_names)", roles="handler", origin="request"),
    api("rest_framework.decorators.action(methods, detail, **kwargs)", roles="handler", origin="request"),
    cls("rest_framework.serializers.Serializer(instance, data, **kwargs)"),
    cls(
        "rest_framework.serializers.ModelSerializer(instance, data, **kwargs)", "rest_framework.serializers.Serializer"
    ),
    # Without `raise_exception` it only answers: then a guard on the answer decides.
    api(
        "rest_framework.serializers.Serializer.is_valid(raise_exception)",
        "validate",
        subject="self",
        how="typed",
        when="raise_exception",
        fields="validate_",
    ),
    # Reading it raises as long as nothing has been found valid (an assertion, or no key is there).
    api(
        "rest_framework.serializers.Serializer.validated_data",
        "validate",
        subject="self",
        how="typed",
        fields="validate_",
        attribute="yes",
    ),
    # rest_framework 3.17, fields.py: `float(data)` takes "nan", and no comparison of validators finds it.
    *(
        api(
            f"rest_framework.serializers.{name}(**kwargs)",
            "constant",
            promises=promises,
            bounds="min_value max_value",
            shapes="min_length max_length",
            by="child",
            unless="allow_null",
            lets="nan",
        )
        for name, promises in (
            *((name, "typed finite") for name in ("IntegerField", "BooleanField", "DecimalField")),
            *((name, "typed shaped bounded finite") for name in ("ChoiceField", "MultipleChoiceField")),
            *((name, "typed") for name in ("FloatField", "CharField", "ListField", "DictField", "JSONField")),
        )
    ),
    api("rest_framework.response.Response(data, status, **kwargs)"),
)
