"""What do the functions of `grpc` do to values?"""

from analyzer.knowledge.table import api, cls

# Servicers derive from generated classes, see `entrances`.
ENTRIES = (
    api("grpc.insecure_channel(target, options, compression)"),
    api("grpc.secure_channel(target, credentials, options, compression)"),
    api("grpc.server(thread_pool, **kwargs)"),
    api("grpc.ServicerContext.request", "source", origin="request", words="request"),
    # What a servicer is given beside the request; both `abort` raise. The same for `grpc.aio`.
    cls("grpc.ServicerContext"),
    api("grpc.ServicerContext.abort(code, details, trailing_metadata)", "exit"),
    api("grpc.ServicerContext.abort_with_status(status)", "exit"),
    api("grpc.ServicerContext.invocation_metadata()", "source", origin="request"),
)
