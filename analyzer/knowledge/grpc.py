"""What do the functions of `grpc` do to values?"""

from analyzer.knowledge.table import api

# Servicers are generated code: their methods' `request` is a parameter of a public function to the interpreter.
ENTRIES = (
    api("grpc.insecure_channel(target, options, compression)"),
    api("grpc.secure_channel(target, credentials, options, compression)"),
    api("grpc.server(thread_pool, **kwargs)"),
)
