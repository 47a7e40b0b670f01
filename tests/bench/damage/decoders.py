"""Independent decoders: each from other authors, with its own way to find a symbol and to correct errors.

- zxing-cpp, what most scanner apps on Android and the browser API build on;
- zbar, of old Linux and iOS scanners, found by Python through the system's `libzbar0`;
- OpenCV, which decodes with quirc; it has two ways to find a symbol, and what either of them reads counts.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from PIL import Image

Decoder = Callable[[Image.Image, str], bool]
"""Tells whether it reads exactly this text from a grey picture."""


class Unavailable(Exception):
    """A decoder is not installed; the message says what to do."""


def zxing() -> Decoder:
    """zxing-cpp with its own settings, looking for QR symbols alone."""
    module = _module("zxingcpp", "zxing-cpp")
    model_2 = module.BarcodeFormats(module.BarcodeFormat.QRCodeModel2)
    return lambda image, text: any(found.text == text for found in module.read_barcodes(image, model_2))


def zbar() -> Decoder:
    """zbar with its own settings, looking for QR symbols alone."""
    module = _module("pyzbar.pyzbar", "pyzbar, and the system's libzbar0")
    kinds = [module.ZBarSymbol.QRCODE]
    return lambda image, text: any(found.data == text.encode() for found in module.decode(image, kinds))


def opencv() -> Decoder:
    """OpenCV's two detectors with their own settings."""
    cv2, numpy = _module("cv2", "opencv-python-headless"), _module("numpy", "numpy")
    cv2.setNumThreads(1)
    finders = (cv2.QRCodeDetector(), cv2.QRCodeDetectorAruco())

    def read(image: Image.Image, text: str) -> bool:
        pixels = numpy.asarray(image)
        return any(finder.detectAndDecode(pixels)[0] == text for finder in finders)

    return read


DECODERS: Mapping[str, Callable[[], Decoder]] = {"zxing-cpp": zxing, "zbar": zbar, "OpenCV": opencv}


def _module(name: str, package: str) -> Any:
    """A module without types; what it is for is seen nowhere but here."""
    try:
        return import_module(name)
    except (ImportError, OSError) as error:
        raise Unavailable(f"please install {package} ({error})") from None
