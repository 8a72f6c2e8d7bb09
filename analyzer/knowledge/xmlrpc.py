"""What do the functions of `xmlrpc` do to values?"""

from analyzer.knowledge.table import api, cls

_DISPATCHER = "xmlrpc.server.SimpleXMLRPCDispatcher"

ENTRIES = (
    cls(_DISPATCHER),
    api(f"{_DISPATCHER}.register_function(function, name)", roles="handler", origin="request", subject="function"),
    cls("xmlrpc.server.SimpleXMLRPCServer(addr, **kwargs)", _DISPATCHER),
    cls("xmlrpc.client.ServerProxy(uri, **kwargs)", origin="download"),
)
