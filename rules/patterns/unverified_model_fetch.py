r"""## What it finds
Commands that fetch a model from the internet and never check what they got: `wget`, `curl`, `aria2c`, `axel` and
`gdown` in shell scripts, Dockerfiles, Makefiles and CI files (GitHub, GitLab, compose, Kubernetes), and `ADD` of a URL
in a Dockerfile. A file counts as a model by its ending: `.pt`, `.pth`, `.ckpt`, `.pkl`, `.joblib`, `.keras`, `.mar`
and others, `.bin` and `.h5` if the name says so.

- error: over `http://` or `ftp://`, where anybody on the way can answer,
- warning: a file whose format can run code when it is loaded,
- note: `.onnx`, `.pb`, `.tflite`, which hold data; and a repository of the Hugging Face hub that is fetched or cloned
  without the commit that is meant.

The hazard is the command itself: whether and how the file is loaded is not looked at.

## Why it matters
A URL names a place, not a content. Whoever takes over the account, the bucket or the domain behind it, or sits between,
chooses the file; most formats of models are pickles or hold code, so that the next build or the next start of the
service runs that code with the rights and secrets it has there. A checksum turns that into a failed build.

## Bad
```dockerfile
FROM python:3.12-slim
# ruleid: unverified-model-fetch
ADD https://example.com/models/segmenter.pt /models/segmenter.pt
# ruleid: unverified-model-fetch
RUN apt-get update && apt-get install -y wget && wget -q https://example.com/models/sam_vit_h.pth
# ruleid: unverified-model-fetch
RUN wget http://example.com/models/old.pkl && rm -rf /tmp/*
RUN pip install gdown && \
# ruleid: unverified-model-fetch
    gdown 1pHHqVPP1cZgeGyZ9IbvWoBvX -O checkpoint.h5
# ruleid: unverified-model-fetch
RUN curl -sSL \
      -o /models/ranker.joblib \
      "https://example.com/get?id=1"
# ruleid: unverified-model-fetch
RUN curl -LO https://huggingface.co/org/model/resolve/main/pytorch_model.bin
# ruleid: unverified-model-fetch
ADD --chown=app:app https://example.com/detector.onnx /models/
# ruleid: unverified-model-fetch
RUN huggingface-cli download org/model --local-dir /models
```
```yaml
# file: .github/workflows/evaluate.yml
jobs:
  evaluate:
    steps:
      - name: weights
        run: |
          mkdir -p weights
          # ruleid: unverified-model-fetch
          wget -P weights https://example.com/releases/v1/model.ckpt
      # ruleid: unverified-model-fetch
      - run: curl -L https://example.com/model.pt -o model.pt
      # ruleid: unverified-model-fetch
      - run: git clone https://huggingface.co/org/model
```
```makefile
weights/model.pth:
# ruleid: unverified-model-fetch
	curl -o $@ https://example.com/model.pth
```
```sh
set -e
for size in small large; do
  # ruleid: unverified-model-fetch
  wget "https://example.com/model-$size.pt"
done
# todoruleid: unverified-model-fetch
wget "$MODEL_URL"
```

## Good
```dockerfile
FROM python:3.12-slim
# ok: unverified-model-fetch
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/m.pt /m.pt
# ok: unverified-model-fetch
RUN wget -q https://example.com/models/sam_vit_h.pth && \
    echo "a7bf3b02f3ebf1267aba913ff637d9a2d5c33d3173bb679e46d9f338c26f262e  sam_vit_h.pth" | sha256sum --check
# ok: unverified-model-fetch
RUN curl -LO https://huggingface.co/org/model/resolve/0123456789abcdef0123456789abcdef01234567/pytorch_model.bin
# ok: unverified-model-fetch
RUN hf download org/model --revision 0123456789abcdef0123456789abcdef01234567 --local-dir /models
# ok: unverified-model-fetch
RUN wget -q https://example.com/setup.tar.gz
# ok: unverified-model-fetch
# RUN wget -q https://example.com/old.pth
# ok: unverified-model-fetch
COPY model.pt /models/model.pt
# ok: unverified-model-fetch
ADD https://example.com/labels.json /models/
```
```sh
# ok: unverified-model-fetch
echo "fetch the weights: wget https://example.com/model.pt"
# ok: unverified-model-fetch
curl -F file=@model.pt https://example.com/upload/model.pt
# ok: unverified-model-fetch
curl http://localhost:8080/models/model.pt -o copy.pt
# ok: unverified-model-fetch
aria2c --checksum=sha-256=24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/m.pt
# ok: unverified-model-fetch
hf download org/data --repo-type dataset
```

## When it is fine
The file comes from a store that only the team can write to, or the code that loads it checks it there (a digest,
`weights_only=True`, `safetensors`). A digest beside the command is cheap and says so to the next reader.

## What it cannot see
- URLs in variables, and downloads of directories or archives (`.zip`, `.tar.gz`) that hold models.
- Whether a checksum is that of this file: any checksum tool within the next 20 lines counts.
- Downloads in Python code: they are followed to where they are loaded by the rules of `deserialization`.
- Copies from private stores (`aws s3 cp`, `gsutil cp`, `dvc pull`) are not looked at.

## References
- [Dockerfile reference: `ADD --checksum`](https://docs.docker.com/reference/dockerfile/#add---checksum)
- [CWE-494: Download of Code Without Integrity Check](https://cwe.mitre.org/data/definitions/494.html)
- [Hugging Face: pickle scanning](https://huggingface.co/docs/hub/security-pickle)
"""

from analyzer.api import Artefacts, Level, Precision, Rule

RULE = Rule(
    id="unverified-model-fetch",
    title="A model is fetched without a checksum",
    level=Level.WARNING,
    precision=Precision.HIGH,
    artefacts=Artefacts(
        files=(
            *("Dockerfile*", "*.dockerfile", "Containerfile*", "*.sh", "*.bash", "*.zsh", "*.bat", "*.ps1"),
            *("*.yml", "*.yaml", "Makefile*", "GNUmakefile", "*.mk", "justfile", "Jenkinsfile*"),
        ),
        words=("wget ", "curl ", "aria2c ", "axel ", "gdown ", "add http", "add --", "add [", "huggingface", "hf "),
        also=(
            *(".pt", ".ckpt", ".pkl", ".pickle", ".joblib", ".dill", ".t7", ".pdparams", ".nemo", ".mar", ".keras"),
            *(".onnx", ".pb", ".tflite", ".bin", ".h5", ".hdf5", "huggingface", "hf download", "hf.co"),
        ),
    ),
    tags=("security", "deserialization", "supply-chain"),
    cwe=(494, 502),
    security_severity=7.5,
    since="0.2.0",
)
