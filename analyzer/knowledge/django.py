"""What do the functions of `django` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = "get post put patch delete head options"

ENTRIES = (
    cls("django.http.HttpRequest", origin="request"),
    api("django.http.HttpRequest.FILES", "source", origin="upload", attribute="yes"),
    cls("django.core.files.uploadedfile.UploadedFile", origin="upload"),
    cls("django.views.View", handlers=_VERBS, handler_origin="request"),
    api("django.views.View.request", "source", origin="request"),
    cls("django.views.generic.FormView", "django.views.View", handlers=_VERBS, handler_origin="request"),
    cls("django.forms.Form(data, files)"),
    cls("django.forms.ModelForm(data, files)", "django.forms.Form"),
    api("django.forms.Form.is_valid()", "validate", subject="self", how="typed"),
    # It holds the fields that are valid and no others.
    api("django.forms.Form.cleaned_data", "validate", subject="self", how="typed", fields="-", attribute="yes"),
    # django 5.2, forms/fields.py: `FloatField` and `DecimalField` refuse NaN and infinities; a field that is not
    # required may be None.
    *(
        api(
            f"django.forms.{name}(**kwargs)",
            "constant",
            promises=promises,
            bounds="min_value max_value",
            shapes="min_length max_length",
            needs="required",
            lets="nan",
        )
        for name, promises in (
            *((name, "typed finite") for name in ("FloatField", "IntegerField", "DecimalField", "BooleanField")),
            *(
                (name, "typed shaped bounded finite")
                for name in ("ChoiceField", "TypedChoiceField", "MultipleChoiceField", "NullBooleanField")
            ),
            *((name, "typed") for name in ("CharField", "JSONField", "EmailField", "RegexField", "SlugField")),
        )
    ),
    *(
        api(f"django.views.decorators.http.{name}(f)", roles="handler", origin="request")
        for name in ("require_POST", "require_GET", "require_safe")
    ),
    api("django.views.decorators.http.require_http_methods(methods)", roles="handler", origin="request"),
    api("django.views.decorators.csrf.csrf_exempt(f)", roles="handler", origin="request"),
    api("django.contrib.auth.decorators.login_required(f)", roles="handler", origin="request"),
    *(
        api(f"django.urls.{name}(route, view, kwargs, name)", roles="handler", origin="request", subject="view")
        for name in ("path", "re_path")
    ),
    api("django.conf.urls.url(regex, view, kwargs, name)", roles="handler", origin="request", subject="view"),
    api("django.core.cache.cache.get(key, default, version)", "source", origin="queue"),
    api("django.http.JsonResponse(data, **kwargs)"),
    api("django.http.HttpResponse(content, **kwargs)"),
)

ALIASES = {
    "django.http.request.HttpRequest": "django.http.HttpRequest",
    "django.core.handlers.wsgi.WSGIRequest": "django.http.HttpRequest",
    "django.views.generic.View": "django.views.View",
    "django.views.generic.base.View": "django.views.View",
    "django.core.files.uploadedfile.InMemoryUploadedFile": "django.core.files.uploadedfile.UploadedFile",
}
