"""Is what the operator chooses (command line, environment, configuration) doubted at its level?"""

import pytest

from tests.unit.knowledge.sources import cases, check

# A line `=== name` starts a program; `#! level` says what the pickle rule must find in the line.
PROGRAMS = cases("""
=== sys.argv
import sys
pickle.load(open(sys.argv[1], "rb"))  #! warning
=== argparse
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--model", default="m.pkl")
args = parser.parse_args()
pickle.load(open(args.model, "rb"))  #! warning
known, rest = parser.parse_known_args()
pickle.load(open(known.model, "rb"))  #! warning
options = vars(args)
pickle.load(open(options["model"], "rb"))  #! warning
=== argparse in functions
import argparse
def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("model")
    return parser.parse_args()
def load(path):
    with open(path, "rb") as file:
        return pickle.load(file)  #! warning
def main():
    args = parse()
    load(args.model)
if __name__ == "__main__":
    main()
=== optparse
from optparse import OptionParser
parser = OptionParser()
parser.add_option("--model")
options, args = parser.parse_args()
pickle.load(open(options.model, "rb"))  #! warning
pickle.load(open(args[0], "rb"))  #! warning
=== click
import click
@click.command()
@click.option("--model")
def main(model):
    pickle.load(open(model, "rb"))  #! warning
@click.group()
def cli():
    pass
@cli.command()
@click.argument("path")
def load(path):
    pickle.load(open(path, "rb"))  #! warning
=== click file
import click
@click.command()
@click.argument("file", type=click.File("rb"))
def main(file):
    pickle.load(file)  #! warning
=== typer
import typer
app = typer.Typer()
@app.command()
def main(model: str):
    pickle.load(open(model, "rb"))  #! warning
def other(path: str = typer.Option(...)):
    pickle.load(open(path, "rb"))  #! warning
typer.run(other)
=== fire
import fire
def main(model):
    pickle.load(open(model, "rb"))  #! warning
class Tool:
    def load(self, path):
        pickle.load(open(path, "rb"))  #! warning
if __name__ == "__main__":
    fire.Fire(main)
    fire.Fire(Tool)
=== absl flags
from absl import app, flags
FLAGS = flags.FLAGS
flags.DEFINE_string("model", None, "model")
_PATH = flags.DEFINE_string("path", None, "path")
def main(argv):
    pickle.load(open(FLAGS.model, "rb"))  #! warning
    pickle.load(open(_PATH.value, "rb"))  #! warning
    pickle.load(open(argv[1], "rb"))  #! warning
if __name__ == "__main__":
    app.run(main)
=== tensorflow flags
import tensorflow as tf
FLAGS = tf.compat.v1.flags.FLAGS
pickle.load(open(FLAGS.model, "rb"))  #! warning
=== simple parsing
from dataclasses import dataclass
from simple_parsing import ArgumentParser, parse
@dataclass
class Options:
    model: str = "m.pkl"
options = parse(Options)
pickle.load(open(options.model, "rb"))  #! warning
parser = ArgumentParser()
parser.add_arguments(Options, dest="options")
args = parser.parse_args()
pickle.load(open(args.options.model, "rb"))  #! warning
=== jsonargparse
from jsonargparse import CLI, ArgumentParser
def main(model: str):
    pickle.load(open(model, "rb"))  #! warning
CLI(main)
parser = ArgumentParser()
parser.add_argument("--model")
cfg = parser.parse_args()
pickle.load(open(cfg.model, "rb"))  #! warning
=== transformers arguments
from dataclasses import dataclass
from transformers import HfArgumentParser
@dataclass
class Arguments:
    model: str
parser = HfArgumentParser(Arguments)
(args,) = parser.parse_args_into_dataclasses()
pickle.load(open(args.model, "rb"))  #! warning
=== tyro
import tyro
def main(model: str):
    pickle.load(open(model, "rb"))  #! warning
tyro.cli(main)
=== hydra
import hydra
from omegaconf import DictConfig
@hydra.main(config_path="conf", config_name="config", version_base=None)
def main(cfg: DictConfig) -> None:
    pickle.load(open(cfg.model.path, "rb"))  #! note
=== omegaconf
from omegaconf import OmegaConf
cfg = OmegaConf.load("config.yaml")
pickle.load(open(cfg.model, "rb"))
cli = OmegaConf.from_cli()
pickle.load(open(cli.model, "rb"))  #! warning
merged = OmegaConf.merge(cfg, cli)
pickle.load(open(merged.model, "rb"))  #! warning
=== environment
import os
pickle.load(open(os.environ["MODEL"], "rb"))  #! note
pickle.load(open(os.getenv("MODEL", "m.pkl"), "rb"))  #! note
pickle.load(open(os.path.join(os.environ.get("FOLDER"), "m.pkl"), "rb"))  #! note
=== dotenv
from dotenv import dotenv_values
config = dotenv_values(".env")
pickle.load(open(config["MODEL"], "rb"))  #! note
=== decouple and environs
from decouple import config
from environs import Env
pickle.load(open(config("MODEL"), "rb"))  #! note
env = Env()
pickle.load(open(env.str("MODEL"), "rb"))  #! note
pickle.load(open(env("MODEL"), "rb"))  #! note
=== pydantic settings
from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    model: str = "m.pkl"
settings = Settings()
pickle.load(open(settings.model, "rb"))  #! note
=== dynaconf
from dynaconf import Dynaconf, settings
pickle.load(open(settings.MODEL, "rb"))  #! note
config = Dynaconf(settings_files=["s.toml"])
pickle.load(open(config.model.path, "rb"))  #! note
=== configuration parser
import configparser
config = configparser.ConfigParser()
config.read("settings.ini")
pickle.load(open(config["model"]["path"], "rb"))  #! note
pickle.load(open(config.get("model", "path"), "rb"))  #! note
=== yaml configuration
import yaml
with open("config.yaml") as file:
    config = yaml.safe_load(file)
pickle.load(open(config["model"]["path"], "rb"))
=== yaml named on the command line
import sys
import yaml
config = yaml.safe_load(open(sys.argv[1]))
pickle.load(open(config["model"], "rb"))  #! warning
=== json configuration
import json
config = json.load(open("config.json"))
pickle.load(open(config["path"], "rb"))
=== toml configuration
import tomllib
import toml
with open("config.toml", "rb") as file:
    config = tomllib.load(file)
pickle.load(open(config["model"], "rb"))
pickle.load(open(toml.load("config.toml")["model"], "rb"))
=== json from a request
import json
from flask import request
def view():
    body = json.loads(request.data)
    pickle.loads(bytes.fromhex(body["blob"]))  #! error
    pickle.loads(bytes.fromhex(body["a"][0]["b"]))  #! error
=== yaml from a request
import yaml
from flask import request
def view():
    pickle.load(open(yaml.safe_load(request.data)["path"], "rb"))  #! error
=== easydict and yacs
from easydict import EasyDict
from yacs.config import CfgNode
import yaml
config = EasyDict(yaml.safe_load(open("c.yaml")))
pickle.load(open(config.model, "rb"))
cfg = CfgNode()
cfg.merge_from_file("c.yaml")
pickle.load(open(cfg.MODEL.PATH, "rb"))  #! note
=== stdin
import sys
pickle.load(sys.stdin.buffer)  #! warning
pickle.load(open(input("model: "), "rb"))  #! warning
pickle.loads(sys.stdin.buffer.read())  #! warning
=== shared folders
import os
import tempfile
pickle.load(open("/tmp/model.pkl", "rb"))  #! note
pickle.load(open(os.path.join(tempfile.gettempdir(), "model.pkl"), "rb"))  #! note
pickle.load(open(f"/dev/shm/{os.getpid()}.pkl", "rb"))  #! note
=== parameters
def load(path):
    return pickle.load(open(path, "rb"))  #! note
""")


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_source_is_known(name: str) -> None:
    check(PROGRAMS[name])
