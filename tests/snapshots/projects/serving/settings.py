"""Settings of the service."""

import yaml


class StrictLoader(yaml.SafeLoader):
    """Refuses what we do not use."""


def read_settings(path):
    """The settings in a file."""
    with open(path) as stream:
        return yaml.load(stream, Loader=StrictLoader)
