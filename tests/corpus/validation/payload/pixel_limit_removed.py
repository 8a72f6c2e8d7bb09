"""Django upload view that lifts Pillow's pixel limit so that large scans can be opened."""

import numpy as np
import onnxruntime as ort
from django.core.exceptions import RequestDataTooBig
from django.http import JsonResponse
from django.views.decorators.http import require_POST
from PIL import Image

Image.MAX_IMAGE_PIXELS = None
MAX_BYTES = 5 * 1024 * 1024
ocr = ort.InferenceSession("ocr.onnx")


@require_POST
def read_scan(request):
    scan = request.FILES["scan"]
    if scan.size > MAX_BYTES:
        raise RequestDataTooBig("scan exceeds 5 MiB")
    # expect: claim
    # ruleid: unbounded-payload
    page = Image.open(scan)
    gray = page.convert("L").resize((1024, 1448))
    tensor = np.asarray(gray, dtype=np.float32)[None, None] / 255.0
    (codes,) = ocr.run(None, {"page": tensor})
    return JsonResponse({"codes": codes[0].tolist()})
