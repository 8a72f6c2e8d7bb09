"""What do the functions of `wsgiref` do to values?"""

from analyzer.knowledge.table import api

# A WSGI application gets the request as `environ`, its first argument (PEP 3333).
ENTRIES = (
    api(
        "wsgiref.simple_server.make_server(host, port, app, **kwargs)", roles="handler", origin="request", subject="app"
    ),
)
