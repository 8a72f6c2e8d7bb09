"""What do the functions of `gradio` do to values?"""

from analyzer.knowledge.table import api, cls

# What a component hands to `fn` has the component's type; only the bounded ones keep a value inside its limits.
ENTRIES = (
    api(
        "gradio.Interface(fn, inputs, outputs, **kwargs)", roles="handler", origin="request", subject="fn", how="parsed"
    ),
    api("gradio.ChatInterface(fn, **kwargs)", roles="handler", origin="request", subject="fn", how="parsed"),
    cls("gradio.Blocks(**kwargs)"),
    *(
        cls(f"gradio.{name}(*args, **kwargs)")
        for name in ("Button", "Textbox", "Number", "File", "Image", "Slider", "Dropdown", "Dataframe", "UploadButton")
    ),
    *(
        api(f"gradio.{name}(fn, inputs, outputs, **kwargs)", roles="handler", origin="request", subject="fn")
        for name in (
            "Button.click",
            "Textbox.submit",
            "Textbox.change",
            "Slider.change",
            "Dropdown.change",
            "Image.change",
            "File.upload",
            "File.change",
            "UploadButton.upload",
        )
    ),
)
