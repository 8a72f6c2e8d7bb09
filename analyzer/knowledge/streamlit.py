"""What do the functions of `streamlit` do to values?"""

from analyzer.knowledge.table import api, cls

_TEXT = ("text_input", "text_area", "chat_input", "data_editor", "experimental_data_editor")
# Widgets that only let through one of the values the program offers, as far as they are listed.
_LIST = ("selectbox", "radio", "multiselect", "select_slider", "pills")
_CHOICE = ("slider", "checkbox", "toggle")

# Parts of the page have the same widgets.
_PLACE = "streamlit.delta_generator.DeltaGenerator"
_PARTS = ("container", "expander", "form", "popover", "empty", "chat_message", "status")

_WIDGETS = tuple(
    row
    for place in ("streamlit", "streamlit.sidebar", _PLACE)
    for row in (
        *(api(f"{place}.{name}(label, value, **kwargs)", "source", origin="request") for name in _TEXT),
        *(api(f"{place}.{name}(label, options, **kwargs)", subject="options") for name in _LIST),
        *(
            api(f"{place}.{name}(label, **kwargs)", "source", origin="request", checks="typed shaped bounded finite")
            for name in _CHOICE
        ),
        # `number_input` is bounded on the sides that are given.
        api(
            f"{place}.number_input(label, min_value, max_value, value, step, **kwargs)",
            "source",
            origin="request",
            checks="typed shaped finite",
        ),
        api(f"{place}.file_uploader(label, type, **kwargs)", "source", origin="upload"),
        api(f"{place}.camera_input(label, **kwargs)", "source", origin="upload"),
    )
)

ENTRIES = (
    *_WIDGETS,
    cls(_PLACE),
    cls("streamlit.Places", members=_PLACE),
    *(api(f"streamlit.{name}(*args, **kwargs)", "constant", returns=_PLACE) for name in _PARTS),
    *(
        api(f"streamlit.{name}(*args, **kwargs)", "constant", returns="streamlit.Places")
        for name in ("columns", "tabs")
    ),
    api("streamlit.query_params", "source", origin="request"),
    api("streamlit.experimental_get_query_params()", "source", origin="request"),
    api("streamlit.stop()", "exit"),
)
