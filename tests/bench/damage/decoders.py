"""Independent decoders: each from other authors, with its own way to find a symbol and its own error correction."""

from __future__ import annotations

from collections.abc import Callable, Collection
from importlib import import_module
from typing import Any

from PIL import Image

Decoder = Callable[[Image.Image], Collection[str]]


def zxing() -> Decoder:
    module: Any = import_module("zxingcpp")

    def read(image: Image.Image) -> Collection[str]:
        return {found.text for found in module.read_barcodes(image, module.BarcodeFormat.QRCodeModel2)}

    return read


def zbar() -> Decoder:
    module: Any = import_module("pyzbar.pyzbar")

    def read(image: Image.Image) -> Collection[str]:
        found = module.decode(image, [module.ZBarSymbol.QRCODE])
        return {symbol.data.decode("utf-8", "replace") for symbol in found}

    return read


def opencv() -> Decoder:
    cv2: Any = import_module("cv2")
    asarray: Any = import_module("numpy").asarray
    detector = cv2.QRCodeDetector()

    def read(image: Image.Image) -> Collection[str]:
        return {detector.detectAndDecode(asarray(image))[0]}

    return read


def opencva() -> Decoder:
    cv2: Any = import_module("cv2")
    asarray: Any = import_module("numpy").asarray
    detector = cv2.QRCodeDetectorAruco()

    def read(image: Image.Image) -> Collection[str]:
        return {detector.detectAndDecode(asarray(image))[0]}

    return read
