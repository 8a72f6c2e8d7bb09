"""Where models come from."""

import hashlib
import pickle

EXPECTED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def restore(blob):
    """The model in a pickle."""
    return pickle.loads(blob)


def restore_verified(blob):
    """The model in a pickle that is the one we published."""
    if hashlib.sha256(blob).hexdigest() != EXPECTED:
        raise ValueError("not our model")
    return pickle.loads(blob)


def legacy(path):
    """A model of the first release."""
    with open(path, "rb") as stream:
        # mlvet: ignore[deserialization/pickle-load-of-untrusted-data] paths come from the release manifest
        return pickle.load(stream)
