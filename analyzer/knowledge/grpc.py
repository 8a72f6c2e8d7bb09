"""What do the functions of `grpc` do to values?"""

from analyzer.knowledge.table import api

# Servicers derive from generated classes, see `entrances`.
ENTRIES = (
    api("grpc.insecure_channel(target, options, compression)"),
    api("grpc.secure_channel(target, credentials, options, compression)"),
    api("grpc.server(thread_pool, **kwargs)"),
    api("grpc.ServicerContext.request", "source", origin="request", words="request"),
)
