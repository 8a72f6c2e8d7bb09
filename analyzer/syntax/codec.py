"""How does a module travel to the cache and to other processes?"""

import msgspec

from analyzer.syntax import ir

_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(ir.Module)


def encode(module: ir.Module) -> bytes:
    """The module as MessagePack."""
    return _ENCODER.encode(module)


def decode(data: bytes) -> ir.Module:
    """The module that `encode` wrote.

    Raises:
        msgspec.DecodeError: the bytes are damaged, or of another version of the IR (`msgspec.ValidationError`).
    """
    return _DECODER.decode(data)
