"""## What it finds
pip told not to check whom it talks to: `--trusted-host`, `PIP_TRUSTED_HOST`, `pip config set global.trusted-host` and
`trusted-host` in `pip.conf`; in Dockerfiles, shell scripts, requirement files, Makefiles and CI files. Hosts of the
machine itself and of the same cluster (`localhost`, `127.0.0.1`, `….svc`) are left out, one in a variable is to be
reviewed. The level is fixed: the hazard is the setting.

## Why it matters
pip then takes an invalid certificate, or none, for this host. A package runs code when it is installed (`setup.py`) and
whenever it is imported; anybody who can answer in the name of the host owns the image and the models built in it.
Hashes in the requirements (`--require-hashes`) would notice, and next to nobody uses both.

## Bad
```dockerfile
FROM python:3.12-slim
# ruleid: unverified-package-host
RUN pip install --trusted-host pypi.org --trusted-host files.pythonhosted.org torch
# ruleid: unverified-package-host
ENV PIP_TRUSTED_HOST=mirror.example.com
# ruleid: unverified-package-host
RUN pip config set global.trusted-host mirror.example.com
ARG MIRROR
# ruleid: unverified-package-host
RUN pip install --trusted-host ${MIRROR} torch
```
```text
# file: requirements.txt
# ruleid: unverified-package-host
--trusted-host mirror.example.com
torch==2.7.1
```
```text
# file: pip.conf
[global]
# ruleid: unverified-package-host
trusted-host = mirror.example.com
```
```yaml
steps:
  # ruleid: unverified-package-host
  - run: pip install --trusted-host=mirror.example.com -r requirements.txt
```

## Good
```dockerfile
FROM python:3.12-slim
# ok: unverified-package-host
RUN pip install --index-url https://mirror.example.com/simple --cert /etc/ssl/company.pem torch
# ok: unverified-package-host
RUN pip install --trusted-host localhost --index-url http://localhost:3141/simple torch
# ok: unverified-package-host
# RUN pip install --trusted-host pypi.org torch
```

## When it is fine
Inside of a build network that nobody else can write to. The certificate of the company's proxy, given with `--cert` or
`PIP_CERT`, does the same without the hole.

## What it cannot see
What a variable stands for, and settings of other tools (`uv`, `conda`, `poetry`).

## References
- [pip: `--trusted-host`](https://pip.pypa.io/en/stable/cli/pip/#cmdoption-trusted-host)
- [CWE-295: Improper Certificate Validation](https://cwe.mitre.org/data/definitions/295.html)
"""

from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="unverified-package-host",
    title="Packages are taken from a host that is not verified",
    level=Level.WARNING,
    precision=Precision.HIGH,
    artefacts=Artefacts(
        files=(
            *("Dockerfile*", "*.dockerfile", "Containerfile*", "*.sh", "*.bash", "*.zsh", "*.bat", "*.ps1"),
            *("*.yml", "*.yaml", "Makefile*", "GNUmakefile", "*.mk", "justfile", "Jenkinsfile*", ".env*", "*.env"),
            *("*requirements*.txt", "*requirements*.in", "pip.conf", "pip.ini"),
        ),
        words=("trusted-host", "trusted_host"),
    ),
    tags=("security", "supply-chain"),
    cwe=(295,),
    security_severity=6.5,
    question="Can this be another host than the machine that builds?",
    since="0.2.0",
)
