"""What do the classes of `flask_restful` do to values?"""

from analyzer.knowledge.table import api, cls

# Resources are method views of flask: what their methods are given are parts of the URL.
ENTRIES = (
    cls(
        "flask_restful.Resource",
        "flask.views.MethodView",
        handlers="get post put patch delete",
        handler_origin="request",
    ),
    cls("flask_restful.reqparse.RequestParser(*args, **kwargs)"),
    api("flask_restful.reqparse.RequestParser.parse_args(req, strict)", "source", origin="request"),
    api("flask_restful.reqparse.RequestParser.add_argument(*args, **kwargs)", "constant"),
    api("flask_restful.abort(http_status_code, **kwargs)", "exit"),
)

ALIASES = {"flask_restful.request": "flask.request"}
