"""What do the functions of `chainlit` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("chainlit.Message(content, **kwargs)"),
    api("chainlit.on_message(func)", roles="handler", origin="request"),
    *(cls(f"chainlit.{name}(*args, **kwargs)") for name in ("AskFileMessage", "AskUserMessage")),
    api("chainlit.AskFileMessage.send()", "source", origin="upload"),
    api("chainlit.AskUserMessage.send()", "source", origin="request"),
)
