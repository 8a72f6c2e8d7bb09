"""## What it finds
Arguments by which a caller says that a dangerous feature may be used: `allow_dangerous_deserialization=True` of
LangChain's vector stores and retrievers and `allow_pickle=True` of DSPy, which unpickle what lies beside an index or
program; `allow_dangerous_code=True`, by which an agent runs the Python that a model writes; and
`allow_dangerous_requests=True`, by which a chain sends requests or database queries that a model writes.

| opt-in | result |
|---|---|
| unpickling a folder or bytes of others, with a proven flow | error |
| unpickling what the operator, a parameter or an unknown place names | warning or note, to be reviewed |
| unpickling a folder at a constant path | note |
| unpickling what this program wrote itself | no finding |
| Python that a model writes | warning |
| requests and tools that a model chooses | note |

## Why it matters
The libraries ask because the feature runs code. An index that was uploaded, downloaded or found on a shared disk can
hold any pickle; a model that reads text of others writes what that text tells it to write.

## Bad
```python
import os
import tempfile

from flask import request
from langchain_community.vectorstores import FAISS


def restore(embeddings):
    folder = tempfile.mkdtemp()
    request.files["index"].save(os.path.join(folder, "index.pkl"))
    # ruleid: dangerous-opt-in
    uploaded = FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=True)
    # ruleid: dangerous-opt-in
    sent = FAISS.deserialize_from_bytes(request.get_data(), embeddings, allow_dangerous_deserialization=True)
    return uploaded, sent
```

```python
from langchain.vectorstores.faiss import FAISS
from langchain_community.retrievers import TFIDFRetriever

OPTIONS = {"allow_dangerous_deserialization": True}


def restore(folder, embeddings):
    # ruleid: dangerous-opt-in
    index = FAISS.load_local(folder_path=folder, embeddings=embeddings, **OPTIONS)
    # ruleid: dangerous-opt-in
    return index, TFIDFRetriever.load_local("retriever", allow_dangerous_deserialization=True)
```

```python
import dspy
from huggingface_hub import snapshot_download


class Answer(dspy.Module):
    pass


program = Answer()
# ruleid: dangerous-opt-in
program.load(snapshot_download("organisation/program") + "/state.pkl", allow_pickle=True)


def load(path):
    # ruleid: dangerous-opt-in
    return dspy.load(path, allow_pickle=True)
```

```python
from langchain_community.chains.graph_qa.cypher import GraphCypherQAChain
from langchain_experimental.agents import create_pandas_dataframe_agent


def answer(llm, frame, graph):
    # ruleid: dangerous-opt-in
    agent = create_pandas_dataframe_agent(llm, frame, allow_dangerous_code=True)
    # ruleid: dangerous-opt-in
    chain = GraphCypherQAChain.from_llm(llm, graph=graph, allow_dangerous_requests=True)
    return agent, chain
```

## Good
```python
from langchain_community.vectorstores import FAISS


def rebuild(documents, embeddings):
    store = FAISS.from_documents(documents, embeddings)
    store.save_local("index")
    # ok: dangerous-opt-in
    return FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True)


def restore(folder, embeddings):
    # ok: dangerous-opt-in
    return FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=False)


def wrapped(folder, embeddings, allow=False):
    # ok: dangerous-opt-in
    return FAISS.load_local(folder, embeddings, allow_dangerous_deserialization=allow)
```

```python
import dspy


class Answer(dspy.Module):
    pass


def load(folder):
    program = Answer()
    # ok: dangerous-opt-in
    program.load(f"{folder}/state.json", allow_pickle=True)
    return program
```

```python
from langchain_experimental.agents import create_pandas_dataframe_agent


def agent(llm, frame):
    # ok: dangerous-opt-in
    return create_pandas_dataframe_agent(llm, frame, verbose=True)
```

## When it is fine
Nobody else can write to the folder. An agent that may run code is fine in a sandbox that holds nothing of value and
reaches nothing; what the model reads must then be as trusted as what it may do.

## What it cannot see
Sandboxes around the process, rights of database users, and flags that are set on an object afterwards.

```python
from langchain_community.tools.requests.tool import RequestsGetTool


def tool(wrapper, settings):
    # todoruleid: dangerous-opt-in
    return RequestsGetTool(requests_wrapper=wrapper, **settings)
```

## References
- LangChain documentation, `FAISS.load_local` and "Security policy".
- DSPy documentation, "Saving and loading": `allow_pickle`.
- langchain-ai/langchain, pull request 22861: unpickling an index becomes an opt-in.
- CWE-502: Deserialization of Untrusted Data; CWE-94: Improper Control of Generation of Code.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Doubt, DoubtReason, Finding, Level, Precision, Rule, RuleContext, suffixes, switched

QUESTION = "Can someone who may not run code on this machine choose what is unpickled here?"
OWN = frozenset({"own-file", "package-resource", "verified"})
WEIGHT = {"opt-in.code": Level.WARNING, "opt-in.requests": Level.NOTE}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that allow what the library does not allow by itself."""
    for call in ctx.calls("opt-in.pickle", *WEIGHT):
        flag = call.api.option("when")
        allowed, why = switched(call, flag)
        if allowed is False or flag not in call.args or (allowed is None and not why):
            continue
        text = f"`{call.name}` {call.api.option('does')}, because `{flag}` {'may be' if why else 'is'} true"
        gap = None
        if why:
            gap = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, why, f"Can `{flag}` be true here?", call.args[flag])
        level = next((WEIGHT[role] for role in call.api.roles if role in WEIGHT), None)
        finding = _unpickled(ctx, call, text, gap) if level is None else _fixed(ctx, call, text, level, gap)
        if finding is not None:
            yield finding


def _fixed(ctx: RuleContext, call: CallFact, text: str, level: Level, gap: Doubt | None) -> Finding | None:
    return None if ctx.is_test else ctx.finding(call.place, text, level=level, doubt=gap)


def _unpickled(ctx: RuleContext, call: CallFact, text: str, gap: Doubt | None) -> Finding | None:
    """What the folder or bytes are worth; a constant folder is a note, because the flag is all that protects it."""
    found = suffixes(call.subject)
    if found and found <= set(call.api.option("data").split()):
        return None
    finding = ctx.loaded(call, f"{text}, and it comes from {{origin}}", QUESTION, gap=gap)
    own = call.subject is None or not OWN.isdisjoint(origin.kind for origin in call.subject.origins)
    if finding is None and not own and not ctx.is_test:
        return ctx.finding(call.place, text, level=Level.NOTE, doubt=gap)
    return finding


RULE = Rule(
    id="dangerous-opt-in",
    title="A library is told that it may unpickle, or run what a model writes",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("opt-in.pickle", "opt-in.code", "opt-in.requests"),
    tags=("security", "pickle", "llm"),
    cwe=(502, 94),
    security_severity=7.5,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
