"""What do the functions of `flask` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    *(
        api(f"flask.request.{name}", "source", origin="request")
        for name in [
            "args",
            "form",
            "values",
            "json",
            "data",
            "headers",
            "cookies",
            "stream",
            "full_path",
            "url",
            "base_url",
            "query_string",
            "view_args",
            "remote_addr",
            "referrer",
            "user_agent",
            "host",
            "url_root",
            "environ",
            "input_stream",
        ]
    ),
    api("flask.request.path", "source", origin="request", routed="yes"),
    api("flask.request.files", "source", origin="upload", returns="werkzeug.datastructures.FileMultiDict"),
    api("flask.request.get_json(force, silent, cache)", "source", origin="request"),
    api("flask.request.get_data(cache, as_text, parse_form_data)", "source", origin="request"),
    cls("flask.Request", origin="request"),
    api("flask.Flask.route(rule, **options)", roles="handler", origin="request"),
    *(
        api(f"flask.{owner}.{verb}(rule, **options)", roles="handler", origin="request")
        for owner in ("Flask", "Blueprint")
        for verb in ("get", "post", "put", "patch", "delete")
    ),
    api("flask.Blueprint.route(rule, **options)", roles="handler", origin="request"),
    api(
        "flask.Flask.add_url_rule(rule, endpoint, view_func, **options)",
        roles="handler",
        origin="request",
        subject="view_func",
    ),
    # Role "accepts-any": requests of any size, unless MAX_CONTENT_LENGTH says otherwise (documentation, "Configuration
    # Handling").
    cls("flask.Flask(import_name, *, static_folder, template_folder)", roles="accepts-any"),
    cls("flask.Config"),
    api("flask.Flask.config", "constant", attribute="yes", returns="flask.Config"),
    api("flask.Config.update(*args, **kwargs)", "constant", assigns="flask.Config"),
    *(
        api(f"flask.Config.{name}(*args, **kwargs)", "constant", roles="reads-settings")
        for name in ("from_object", "from_pyfile", "from_mapping", "from_file", "from_envvar", "from_prefixed_env")
    ),
    cls("flask.Blueprint(name, import_name)"),
    cls("flask.views.MethodView", handlers="get post put patch delete", handler_origin="request"),
    cls("flask.views.View", handlers="dispatch_request", handler_origin="request"),
    api("flask.abort(code, *args, **kwargs)", "exit"),
    api("flask.jsonify(*args, **kwargs)"),
    api("flask.make_response(*args)"),
)

ALIASES = {"flask.globals.request": "flask.request", "flask.wrappers.Request": "flask.Request"}
