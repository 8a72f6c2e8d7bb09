"""What do the functions of `dash` do to values?"""

from analyzer.knowledge.table import api, cls

# dash 4.4, dash.py: a callback gets the properties of its inputs and states, which the browser sends.
ENTRIES = (
    cls("dash.Dash(name, **kwargs)"),
    *(
        api(f"dash.{name}(*args, **kwargs)", roles="handler", origin="request")
        for name in ("Dash.callback", "callback")
    ),
)
