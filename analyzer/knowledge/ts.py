"""What do the classes of `ts` (TorchServe) do to values?"""

from analyzer.knowledge.table import api, cls

# ts/torch_handler/base_handler.py: `handle` gets the batch of requests and hands it to `preprocess`.
_HANDLED = "handle preprocess inference explain_handle"
# `inference` gets what `preprocess` gives (option `chain`), `self.model` is the module that `initialize` has loaded.
_CHAIN = "inference=preprocess"
_BASE = "ts.torch_handler.base_handler.BaseHandler"

ENTRIES = (
    cls(f"{_BASE}()", handlers=_HANDLED, handler_origin="request", chain=_CHAIN),
    api(f"{_BASE}.model", "constant", attribute="yes", returns="torch.nn.Module"),
    *(
        cls(
            f"ts.torch_handler.{name}",
            _BASE,
            handlers=_HANDLED,
            handler_origin="request",
            chain=_CHAIN,
        )
        for name in (
            "vision_handler.VisionHandler",
            "text_handler.TextHandler",
            "image_classifier.ImageClassifier",
            "object_detector.ObjectDetector",
            "image_segmenter.ImageSegmenter",
            "text_classifier.TextClassifier",
        )
    ),
)
