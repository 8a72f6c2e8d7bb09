"""Which files are a set of pattern rules about, by their names?"""

import re
from collections.abc import Callable, Iterable
from fnmatch import translate

EVERYTHING = "*"

# Semgrep's names of languages, and how files in them are called. A language that is not here may be in any file.
_FILES = {
    "apex": "*.cls",
    "bash sh": "*.sh *.bash",
    "c": "*.c *.h",
    "cairo": "*.cairo",
    "clojure": "*.clj *.cljs *.cljc *.edn",
    "cpp c++": "*.cc *.cpp *.cxx *.c++ *.pcc *.tpp *.h *.hh *.hpp *.inl *.ipp",
    "csharp c#": "*.cs",
    "dart": "*.dart",
    "dockerfile docker": "Dockerfile* *.dockerfile Containerfile*",
    "elixir ex": "*.ex *.exs",
    "go golang": "*.go",
    "hack": "*.hack *.hck *.hh",
    "html": "*.htm *.html",
    "java": "*.java",
    "javascript js": "*.js *.jsx *.cjs *.mjs",
    "json": "*.json",
    "jsonnet": "*.jsonnet *.libsonnet",
    "julia": "*.jl",
    "kotlin kt": "*.kt *.kts *.ktm",
    "lua": "*.lua",
    "ocaml": "*.ml *.mli",
    "php": "*.php *.tpl *.phtml",
    "promql": "*.promql",
    "protobuf proto proto3": "*.proto",
    "python py python2 python3": "*.py *.pyi",
    "r": "*.r",
    "ruby rb": "*.rb",
    "rust": "*.rs",
    "scala": "*.scala",
    "scheme": "*.scm *.ss",
    "solidity sol": "*.sol",
    "swift": "*.swift",
    "terraform tf hcl": "*.tf *.hcl *.tfvars",
    "typescript ts": "*.ts *.tsx",
    "vue": "*.vue",
    "xml": "*.xml *.plist",
    "yaml": "*.yml *.yaml",
}
_BY_LANGUAGE = {language: globs.split() for languages, globs in _FILES.items() for language in languages.split()}


def globs_of(languages: Iterable[str]) -> tuple[str, ...]:
    """Globs of the names of files in `languages`, as semgrep names them; `generic` and `regex` mean every file."""
    found = [glob for language in languages for glob in _BY_LANGUAGE.get(language.lower(), [EVERYTHING])]
    return tuple(dict.fromkeys(found))


def matcher(globs: Iterable[str]) -> Callable[[str], bool]:
    """Whether a file's name, without its folders, matches one of `globs`; letter case is ignored."""
    wanted = sorted(set(globs))
    if not wanted:
        return lambda _name: False
    compiled = re.compile("|".join(map(translate, wanted)), re.IGNORECASE)
    return lambda name: compiled.match(name) is not None
