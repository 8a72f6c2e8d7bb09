"""## What it finds
Commands of the shell that a language model wrote: what the API of a model answers reaches `os.system`, `os.popen` or
`subprocess` with `shell=True`. A proven flow is an error; there are no doubts.

## Why it matters
A language model repeats what it was given: a web page, an e-mail or a file in its context can tell it which command to
write. A command that nobody has read runs with the rights of the program.

## Bad
```python
import os
import subprocess

from openai import OpenAI

client = OpenAI()


def ask(task):
    response = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": task}])
    return response.choices[0].message.content


def agent(task):
    command = ask(task)
    # ruleid: model-output-as-command
    os.system(command)
    # ruleid: model-output-as-command
    listing = os.popen(f"ls {command}").read()
    # ruleid: model-output-as-command
    return listing, subprocess.run(command, shell=True, capture_output=True)
```

## Good
The model chooses among commands that the program knows, or gives an argument that no shell reads:

```python
import subprocess

from openai import OpenAI

client = OpenAI()
COMMANDS = {"list": "ls -l", "disk": "df -h"}


def agent(task):
    response = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": task}])
    answer = response.choices[0].message.content
    # ok: model-output-as-command
    subprocess.run(COMMANDS[answer], shell=True)
    # ok: model-output-as-command
    subprocess.run(["grep", "-c", "--", answer, "notes.txt"])
    print(answer)
    # ok: model-output-as-command
    subprocess.run("git status", shell=True)
```

## When it is fine
The command runs in a sandbox that was made for it, or a person reads it before.

## What it cannot see
Whether somebody agreed: a question on the terminal in between does not silence the finding.

```python
import os

from openai import OpenAI

client = OpenAI()
response = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": "free some space"}])
command = response.choices[0].message.content
if input(f"run {command}? ") == "yes":
    # todook: model-output-as-command
    os.system(command)
```

## References
- OWASP Top 10 for LLM Applications, LLM05: Improper Output Handling.
- CWE-78: Improper Neutralization of Special Elements used in an OS Command.
- Python documentation, `subprocess`: "Security Considerations".
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext

SHELLS = ("os.system", "os.popen", "subprocess.getoutput", "subprocess.getstatusoutput")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Commands that run through a shell and hold what a model answered."""
    for call in ctx.calls("shell.run"):
        written = call.subject.worst("model-output") if call.subject is not None and _through_shell(call) else ()
        if written:
            message = f"`{call.name}` runs a command that a language model wrote (`{written[0].detail}`)"
            flow = ctx.flow(written[0], call.place, f"`{call.name}` runs it")
            yield ctx.finding(call.place, message, flow=flow)


def _through_shell(call: CallFact) -> bool:
    shell = call.args.get("shell")
    return call.api.name in SHELLS or (shell is not None and shell.truth is True)


RULE = Rule(
    id="model-output-as-command",
    title="A language model writes a command of the shell",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("shell.run",),
    given=("model-output",),
    tags=("security", "llm", "code-injection"),
    cwe=(78,),
    security_severity=9.0,
    since="0.2.0",
    check=check,
)
