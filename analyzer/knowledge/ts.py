"""What do the classes of `ts` (TorchServe) do to values?"""

from analyzer.knowledge.table import cls

# ts/torch_handler/base_handler.py: `handle` gets the batch of requests and hands it to `preprocess`.
_HANDLED = "handle preprocess explain_handle"

ENTRIES = (
    cls("ts.torch_handler.base_handler.BaseHandler()", handlers=_HANDLED, handler_origin="request"),
    *(
        cls(
            f"ts.torch_handler.{name}",
            "ts.torch_handler.base_handler.BaseHandler",
            handlers=_HANDLED,
            handler_origin="request",
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
