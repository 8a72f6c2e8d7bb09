"""What do the functions of `gradio` do to values?"""

from analyzer.knowledge.table import api, cls

_COMPONENTS = (
    "AnnotatedImage Audio Button Chatbot ClearButton Code ColorPicker Dataframe Dataset "
    "DateTime DownloadButton DuplicateButton File FileExplorer Gallery HTML HighlightedText Image ImageEditor "
    "JSON Label Markdown Model3D MultimodalTextbox ParamViewer Plot State Timer "
    "UploadButton Video"
)
_CHOSEN = "typed shaped bounded finite"
_EVENTS = "change input click submit upload select clear release stop tick stream edit play pause like delete apply"

# What a component hands to `fn` has the component's type; only the bounded ones keep a value inside its limits.
ENTRIES = (
    api(
        "gradio.Interface(fn, inputs, outputs, **kwargs)", roles="handler", origin="request", subject="fn", how="parsed"
    ),
    api("gradio.ChatInterface(fn, **kwargs)", roles="handler", origin="request", subject="fn", how="parsed"),
    cls("gradio.Blocks(**kwargs)"),
    # gradio/events.py: every component has some of the listeners; what they call gets the values of the inputs.
    cls("gradio.Component"),
    *(cls(f"gradio.{name}(*args, **kwargs)", "gradio.Component") for name in _COMPONENTS.split()),
    # gradio 5, components: `preprocess` raises for what is outside of the limits or not among the choices.
    cls("gradio.Number(value, **kwargs)", "gradio.Component", gives="typed", within="minimum maximum"),
    cls("gradio.Slider(minimum, maximum, value, **kwargs)", "gradio.Component", gives=_CHOSEN),
    cls("gradio.Checkbox(value, **kwargs)", "gradio.Component", gives=_CHOSEN),
    *(
        cls(f"gradio.{name}(choices, **kwargs)", "gradio.Component", gives=_CHOSEN, unless="allow_custom_value")
        for name in ("Dropdown", "Radio", "CheckboxGroup")
    ),
    cls("gradio.Textbox(value, **kwargs)", "gradio.Component", gives="typed"),
    *(
        api(
            f"gradio.{owner}.{event}(fn, inputs, outputs, **kwargs)",
            roles="handler",
            origin="request",
            subject="fn",
            returns="gradio.Dependency",
        )
        for owner, events in (("Component", _EVENTS), ("Dependency", "then success failure"), ("Blocks", "load"))
        for event in events.split()
    ),
    cls("gradio.Dependency"),
    api("gradio.on(triggers, fn, inputs, **kwargs)", roles="handler", origin="request", subject="fn"),
)
